package dev.godwit.sql;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints how many megabytes a second each dialect splits; run its main, it is no test. */
final class SplitterBenchmark {
    private static final int SIZE = 32 << 20;
    private static final int ROUNDS = 3;

    private static final String DDL = """
            -- Orders and what belongs to them
            CREATE TABLE orders_%1$d (
                id bigint NOT NULL PRIMARY KEY,
                customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
                status varchar(32) NOT NULL DEFAULT 'it''s new', -- the state
                total numeric(12, 2) NOT NULL DEFAULT 0
            );
            ALTER TABLE orders_%1$d ADD COLUMN note text;
            CREATE INDEX orders_%1$d_status ON orders_%1$d (status, customer_id);
            DROP TABLE IF EXISTS "old_%1$d";

            """;

    private static final String DML = """
            INSERT INTO products (id, name, price, description) VALUES (%1$d, 'A thing; or two', 12.50, 'It is what it says, and not a bit more than that: number %1$d');
            UPDATE products SET price = price * 1.1 WHERE id = %1$d AND name <> 'none';
            """;

    private static final String ROUTINE = """
            CREATE OR REPLACE FUNCTION touch_%1$d() RETURNS trigger AS $body$
            BEGIN
                NEW.updated_at := now(); -- now; not later
                IF NEW.total > 0 THEN RETURN NEW; END IF;
                RETURN NULL;
            END
            $body$ LANGUAGE plpgsql;
            """;

    private static final String PROGRAM = """
            CREATE PROCEDURE touch_%1$d(IN p INT)
            BEGIN
                DECLARE x INT DEFAULT 0; -- now; not later
                IF p > 0 THEN UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END; END IF;
                SELECT x;
            END;
            """;

    private static final String TRIGGER = """
            CREATE TRIGGER touch_%1$d AFTER UPDATE ON orders BEGIN
                UPDATE orders SET note = CASE WHEN NEW.a THEN ';' END WHERE id = NEW.id;
            END;
            """;

    private static final String COPY = "COPY public.orders (id, name, note) FROM stdin;\n"
            + "12345678\tA name of some length\tand a note; with a 'quote' and \\N\n".repeat(200_000)
            + "\\.\n\n";

    private static final String COMMENTS =
            "/* " + "a long comment about nothing. ".repeat(30) + "*/\n-- line\nSELECT 1;\n";

    private SplitterBenchmark() {}

    /** Runs all. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        System.out.printf("%-10s %-10s %10s %12s%n", "dialect", "input", "MB/s", "statements");
        for (Dialect dialect : Splits.ALL) {
            inputs(dialect).forEach((kind, text) -> measure(dialect, kind, text));
        }
    }

    private static Map<String, String> inputs(Dialect dialect) {
        boolean postgres = dialect.name().equals("postgres");
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("ddl", filled(DDL));
        inputs.put("dml", filled(DML));
        inputs.put("routines", filled(postgres ? ROUTINE : dialect.name().equals("sqlite") ? TRIGGER : PROGRAM));
        inputs.put("comments", filled(COMMENTS));
        if (postgres) {
            inputs.put("copy", filled(COPY));
        }
        return inputs;
    }

    private static String filled(String template) {
        StringBuilder text = new StringBuilder(SIZE + (16 << 20));
        for (int i = 0; text.length() < SIZE; i++) {
            text.append(template.replace("%1$d", Integer.toString(i)));
        }
        return text.toString();
    }

    // The time of this thread's core, so that a busy machine does not count.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @SuppressWarnings("SystemOut")
    private static void measure(Dialect dialect, String kind, String text) {
        SqlSource source = SqlSource.of(kind, text);
        double best = 0;
        int statements = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            statements = dialect.split(source, source.whole()).statements().size();
            double seconds = (cpu() - start) / 1e9;
            best = Math.max(best, source.length() / seconds / 1e6);
        }
        System.out.printf(Locale.ROOT, "%-10s %-10s %10.0f %12d%n", dialect.name(), kind, best, statements);
    }
}
