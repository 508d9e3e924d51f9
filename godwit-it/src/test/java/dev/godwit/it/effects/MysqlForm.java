package dev.godwit.it.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way to write a change.
 *
 * @param id names it in tests and pages
 * @param table what it is run on
 * @param settings statements that come before it in its session
 * @param statement the change
 * @param shapes for each product that knows the form, the shapes on which its effect is not that on the plain table
 */
record MysqlForm(
        String id,
        MysqlTable table,
        List<String> settings,
        String statement,
        Map<MysqlProduct, Set<MysqlShape>> shapes) {
    private static final Path FILE = Path.of("src/test/resources/effects/mysql-family-forms.tsv");

    static List<MysqlForm> of(MysqlProduct product) {
        try {
            return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(MysqlForm::parse)
                    .filter(form -> form.shapes().containsKey(product))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the shapes that are known to matter for a product. */
    Set<MysqlShape> shapes(MysqlProduct product) {
        return shapes.getOrDefault(product, Set.of());
    }

    private static MysqlForm parse(String line) {
        String[] cells = line.split("\t", -1);
        List<String> statements = Arrays.asList(cells[2].split("; "));
        Map<MysqlProduct, Set<MysqlShape>> shapes = new EnumMap<>(MysqlProduct.class);
        for (MysqlProduct product : MysqlProduct.values()) {
            String cell = switch (product) {
                case MYSQL -> cells[3];
                case MARIADB -> cells[4];
            };
            if (!cell.equals("-")) {
                Set<MysqlShape> parsed = EnumSet.noneOf(MysqlShape.class);
                Arrays.stream(cell.split(" ")).map(MysqlShape::of).forEach(parsed::add);
                shapes.put(product, parsed);
            }
        }
        int last = statements.size() - 1;
        return new MysqlForm(
                cells[0], MysqlTable.of(cells[1]), statements.subList(0, last), statements.get(last), shapes);
    }

    /** Returns the statement with an ALGORITHM and a LOCK clause where its grammar has a place for them. */
    String asserting(String algorithm, String lock) {
        String alter = "ALTER TABLE t ";
        if (!statement.startsWith(alter)) {
            return statement + " ALGORITHM=" + algorithm + " LOCK=" + lock;
        }
        String actions = statement.substring(alter.length());
        boolean partitioning = actions.startsWith("PARTITION BY") || actions.startsWith("REMOVE PARTITIONING");
        return alter + "ALGORITHM=" + algorithm + ", LOCK=" + lock + (partitioning ? " " : ", ") + actions;
    }

    /** Tells whether the statement is of a kind that could have such clauses, and has none of its own. */
    boolean mayAssert() {
        return !statement.contains("ALGORITHM=") && !statement.contains("LOCK=") && isAlteration();
    }

    private boolean isAlteration() {
        return statement.startsWith("ALTER TABLE ")
                || statement.startsWith("CREATE INDEX ")
                || statement.startsWith("DROP INDEX ");
    }
}
