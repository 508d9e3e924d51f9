package dev.godwit.it.effects;

import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.Engine;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what the model predicts of each form as a page for users. */
final class MysqlEffectsPage {
    private static final QualifiedName TABLE = new QualifiedName(List.of(new Identifier("t")));
    private static final List<String> NUMBERS = List.of(
            "CREATE TABLE numbers (n int NOT NULL PRIMARY KEY) ENGINE=InnoDB",
            "CREATE TABLE p (id bigint NOT NULL PRIMARY KEY, code varchar(20) UNIQUE) ENGINE=InnoDB");

    private final MysqlProduct product;
    private final Engine engine;

    MysqlEffectsPage(MysqlProduct product) {
        this.product = product;
        this.engine = switch (product) {
            case MYSQL -> new MysqlEngine();
            case MARIADB -> new MariadbEngine();
        };
    }

    private ServerVersion proved() {
        return switch (product) {
            case MYSQL -> version("8.0.33");
            case MARIADB -> version("11.4.5");
        };
    }

    // The last of each run of versions that may answer alike.
    private List<String> otherVersions() {
        return switch (product) {
            case MYSQL -> List.of("8.0.11", "8.0.27", "8.0.28", "8.4.7", "9.1.0");
            case MARIADB -> List.of("10.6.22", "11.1.6");
        };
    }

    private ServerVersion version(String text) {
        return Folding.version(product.id(), text);
    }

    String text() {
        StringBuilder page = new StringBuilder(head());
        Map<String, List<MysqlForm>> groups = new LinkedHashMap<>();
        GROUPS.forEach(group -> groups.put(group, new ArrayList<>()));
        for (MysqlForm form : MysqlForm.of(product)) {
            groups.computeIfAbsent(group(form), missing -> new ArrayList<>()).add(form);
        }
        groups.forEach((group, forms) -> {
            page.append("\n## ").append(group).append(COLUMNS);
            forms.forEach(form -> page.append(row(form)));
        });
        return page.toString();
    }

    private static final List<String> GROUPS = List.of(
            "Columns",
            "Indexes",
            "Keys and checks",
            "Partitions",
            "The table as a whole",
            "Several actions at once",
            "Other statements");

    private String group(MysqlForm form) {
        Statement statement = Folding.statement(engine, form.statement());
        if (!(statement instanceof AlterTable alter) || alter.actions().isEmpty()) {
            return GROUPS.getLast();
        }
        long actions = alter.actions().stream()
                .filter(action -> !(action instanceof TableAction.Algorithm) && !(action instanceof TableAction.Lock))
                .count();
        if (actions > 1) {
            return GROUPS.get(5);
        }
        return switch (alter.actions().getFirst()) {
            case ColumnAction column -> GROUPS.get(0);
            case IndexAction index -> GROUPS.get(1);
            case ConstraintAction constraint -> GROUPS.get(2);
            case PartitionAction partition -> GROUPS.get(3);
            case TableAction table -> GROUPS.get(4);
        };
    }

    private String row(MysqlForm form) {
        String settings = String.join(
                "",
                form.settings().stream()
                        .map(setting -> Cell.code(setting) + "; ")
                        .toList());
        MysqlShape first = form.shapes(product).iterator().next();
        MysqlShape base = first == MysqlShape.PLAIN ? MysqlShape.PLAIN : first;
        String on = base == MysqlShape.PLAIN ? form.table().trait() : base.trait();
        return "| " + settings + Cell.code(form.statement()) + " | " + on + " | " + cells(form, base, proved()) + " | "
                + differs(form, base) + " |\n";
    }

    private Effects predict(MysqlForm form, MysqlShape shape, ServerVersion version) {
        List<String> setup = new ArrayList<>(NUMBERS);
        setup.addAll(form.table().setup(product, shape));
        return new MysqlProof(product, version).predict(form, setup);
    }

    private String cells(MysqlForm form, MysqlShape shape, ServerVersion version) {
        Effects effects = predict(form, shape, version);
        if (effects.refusal().isPresent()) {
            return Cell.text(Cell.refusal(effects)) + " |  | ";
        }
        return Cell.method(effects, TABLE) + " | " + Cell.work(effects, TABLE) + " | " + Cell.others(effects, TABLE);
    }

    private String brief(MysqlForm form, MysqlShape shape, ServerVersion version) {
        Effects effects = predict(form, shape, version);
        if (effects.refusal().isPresent()) {
            return Cell.text(Cell.refusal(effects));
        }
        String work = Cell.work(effects, TABLE);
        String method = Cell.method(effects, TABLE);
        return (method + (method.isEmpty() || work.isEmpty() ? "" : ", ") + work).strip();
    }

    private String differs(MysqlForm form, MysqlShape base) {
        String usual = brief(form, base, proved());
        Map<String, List<String>> by = new LinkedHashMap<>();
        for (MysqlShape shape : MysqlShape.values()) {
            if (base == MysqlShape.PLAIN && shape.fits(form.table(), product)) {
                String answer = brief(form, shape, proved());
                if (!answer.equals(usual)) {
                    by.computeIfAbsent(answer, key -> new ArrayList<>()).add(shape.trait());
                }
            }
        }
        for (String other : otherVersions()) {
            String answer = brief(form, base, version(other));
            if (!answer.equals(usual)) {
                by.computeIfAbsent(answer, key -> new ArrayList<>()).add(other);
            }
        }
        List<String> all = new ArrayList<>();
        by.forEach((answer, where) ->
                all.add(String.join(", ", where) + ": " + (answer.isEmpty() ? "done in the dictionary" : answer)));
        return String.join("; ", all);
    }

    private String head() {
        return switch (product) {
            case MYSQL -> MYSQL_HEAD + COMMON;
            case MARIADB -> MARIADB_HEAD + COMMON;
        };
    }

    private static final String COLUMNS = """


        | statement | on a table | way | rows | other tables | differs |
        |---|---|---|---|---|---|
        """;

    private static final String MYSQL_HEAD = """
        # What statements do to a running MySQL

        This page is generated from Godwit's effect model. A test runs each statement on MySQL 8.0.33 and compares what it sees with what is
        predicted here; they do not differ. What it says of other versions is from the manual.

        Every ALTER TABLE, and CREATE and DROP INDEX with it, takes an EXCLUSIVE metadata lock on its table, if only for a moment: it waits
        for every transaction that has used the table, and whoever comes next waits behind it. The tables whose foreign keys refer to the
        table are locked in the same way, and those to which its own keys refer are kept from being changed.

        | way | meanwhile |
        |---|---|
        | `ALGORITHM=INSTANT` | only the dictionary changes; it takes no LOCK clause |
        | `ALGORITHM=INPLACE, LOCK=NONE` | others read and write |
        | `ALGORITHM=INPLACE, LOCK=SHARED`, `ALGORITHM=COPY, LOCK=SHARED` | others read; every INSERT, UPDATE and DELETE waits to the end |
        """;

    private static final String MARIADB_HEAD = """
        # What statements do to a running MariaDB

        This page is generated from Godwit's effect model. A test runs each statement on MariaDB 11.4.5 and compares what it sees with what
        is predicted here; they do not differ. What it says of other versions is from the manual.

        Every ALTER TABLE, and CREATE and DROP INDEX with it, takes an EXCLUSIVE metadata lock on its table, if only for a moment: it waits
        for every transaction that has used the table, and whoever comes next waits behind it.

        | way | meanwhile |
        |---|---|
        | `ALGORITHM=INSTANT, LOCK=NONE` | only the dictionary changes |
        | `ALGORITHM=NOCOPY`, `INPLACE` or `COPY` with `LOCK=NONE` | others read and write |
        | … with `LOCK=SHARED` | others read; every INSERT, UPDATE and DELETE waits to the end |
        | … with `LOCK=EXCLUSIVE` | it takes no weaker LOCK clause, but lasts a moment only |
        """;

    private static final String COMMON = """

        **Way** is the best ALGORITHM and the weakest LOCK that the server accepts; where it is empty, the statement takes no such clause. **Rows**
        is what happens to them: *rewrite* writes all of them and their indexes anew, *index build* and *scan* read them; without an entry the rows are
        not touched. **Other tables** are those that are locked besides, with the name of the metadata lock.

        `t` has columns `id` (primary key, AUTO_INCREMENT), `a`, `v` and `pid` with an index each, `b int NOT NULL DEFAULT 0`, `w varchar(50)`, `tx text NOT NULL`,
        `an` with NULLs in it, `big`, `pid2` and one of each other type, all utf8mb4 where nothing else is said (`MysqlTable` in `godwit-it`); `p` is a table to refer to.
        """;
}
