package dev.godwit.it.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One way to write a change, as a script of which every statement is judged.
 *
 * @param setup what is added to the common tables before
 */
record SqliteForm(String id, List<String> setup, List<String> statements) {
    static final int ROWS = 2000;

    /** The common tables. */
    static final List<String> TABLES = List.of(
            "create table p(id integer primary key, code text unique)",
            "insert into p values(1, 'a')",
            "create table t(id integer primary key, a int, b text, c text unique, pid int references p(id), g int as"
                    + " (a+1))",
            ("with recursive n(x) as (select 1 union all select x + 1 from n where x < %d)"
                            + " insert into t(id, a, b, c, pid) select x, x, 'b' || x, 'c' || x, 1 from n")
                    .formatted(ROWS),
            "create index t_a on t(a)",
            "create view v as select id, a, b from t",
            "create trigger tr after insert on t begin select new.a; end");

    private static final Path FILE = Path.of("src/test/resources/effects/sqlite-forms.tsv");

    static List<SqliteForm> all() {
        try {
            return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(SqliteForm::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether the tables of the setup are to be empty and known to be. */
    boolean startsEmpty() {
        return id.endsWith("empty-table");
    }

    private static SqliteForm parse(String line) {
        String[] cells = line.split("\t", -1);
        return new SqliteForm(cells[0], statements(cells[1]), statements(cells[2]));
    }

    private static List<String> statements(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("; "));
    }
}
