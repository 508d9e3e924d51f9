package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What it is about a table that bars a server from the better ways. A table that is not known is taken to be plain.
 *
 * @param fulltext it has a FULLTEXT index
 * @param fulltextDropped it had one: the hidden FTS_DOC_ID column stays
 * @param rowVersions how often columns were added or dropped INSTANT since it was last rebuilt
 */
record TableShape(
        boolean fulltext,
        boolean fulltextDropped,
        boolean spatial,
        boolean storedGenerated,
        boolean virtualGenerated,
        boolean virtualIndexed,
        boolean compressed,
        boolean redundant,
        int rowVersions) {
    /** The flag of a table whose FULLTEXT index is gone. */
    static final String FULLTEXT_DROPPED = "FULLTEXT DROPPED";

    static final TableShape PLAIN = new TableShape(false, false, false, false, false, false, false, false, 0);

    private static final String ROW_VERSIONS = "ROW VERSIONS";

    static TableShape of(Optional<Table> known) {
        return known.map(TableShape::of).orElse(PLAIN);
    }

    private static TableShape of(Table table) {
        String format = option(table, "ROW_FORMAT");
        return new TableShape(
                has(table, "FULLTEXT"),
                table.flags().contains(FULLTEXT_DROPPED),
                has(table, "SPATIAL"),
                table.columns().stream().anyMatch(column -> isStored(column)),
                table.columns().stream().anyMatch(column -> isVirtual(column)),
                table.columns().stream().anyMatch(column -> isVirtual(column) && isIndexed(table, column)),
                format.equals("COMPRESSED") || !option(table, "KEY_BLOCK_SIZE").isEmpty(),
                format.equals("REDUNDANT"),
                versions(table));
    }

    /** Says what it is that bars the server, for people. */
    List<String> bars() {
        List<String> bars = new ArrayList<>();
        say(bars, fulltext, "a FULLTEXT index");
        say(bars, fulltextDropped && !fulltext, "the hidden FTS_DOC_ID column of a FULLTEXT index that is gone");
        say(bars, spatial, "a SPATIAL index");
        say(bars, storedGenerated, "a stored generated column");
        say(bars, virtualIndexed, "an indexed virtual column");
        say(bars, virtualGenerated && !virtualIndexed, "a virtual column");
        say(bars, compressed, "compressed rows");
        say(bars, redundant, "the row format REDUNDANT");
        return bars;
    }

    private static void say(List<String> bars, boolean holds, String what) {
        if (holds) {
            bars.add(what);
        }
    }

    private static int versions(Table table) {
        String count = option(table, ROW_VERSIONS);
        return count.isEmpty() ? 0 : Integer.parseInt(count);
    }

    private static String option(Table table, String name) {
        return Optional.ofNullable(table.options().get(name)).orElse("").toUpperCase(Locale.ROOT);
    }

    private static boolean has(Table table, String kind) {
        return table.indexes().stream().anyMatch(index -> index.kind().equals(kind));
    }

    static boolean isVirtual(Column column) {
        return column.generated()
                .filter(generated -> generated.storing() != Generated.Storing.STORED)
                .isPresent();
    }

    static boolean isStored(Column column) {
        return column.generated()
                .filter(generated -> generated.storing() == Generated.Storing.STORED)
                .isPresent();
    }

    static boolean isIndexed(Table table, Column column) {
        return table.indexes().stream().anyMatch(index -> index.uses(column.name()));
    }

    /** Returns the columns that an index is on by itself, functional parts aside. */
    static boolean isOn(Index index, Column column) {
        return index.elements().stream()
                .anyMatch(element ->
                        element.column().filter(column.name()::equals).isPresent());
    }

    static String text(Optional<Expression> value) {
        return value.map(Expression::text).orElse("");
    }
}
