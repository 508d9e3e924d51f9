package dev.godwit.it.load;

import java.util.List;
import java.util.stream.Stream;

/** One change for each recipe, on tables of any size. */
final class LoadCases {
    private static final Application ORDERS = Application.of("orders", "id", "total", ", customer", ", 7");

    private LoadCases() {}

    static Stream<LoadCase> all(long rows) {
        return Stream.of(constraints(rows), indexes(rows), columns(rows), drops(rows), renames(rows), others(rows))
                .flatMap(cases -> cases);
    }

    /** The change of that name. */
    static LoadCase named(String name, long rows) {
        return all(rows).filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> orders(long rows, String... more) {
        return Stream.concat(
                        Stream.of(
                                "CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL)",
                                "INSERT INTO customers SELECT g, 'customer ' || g FROM generate_series(1, 1000) g",
                                "CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, total int, status text,"
                                        + " note text NOT NULL DEFAULT 'to be brought to the door')",
                                "INSERT INTO orders SELECT g, g % 1000 + 1, g, 'new' FROM generate_series(1, " + rows
                                        + ") g"),
                        Stream.of(more))
                .toList();
    }

    private static Stream<LoadCase> constraints(long rows) {
        return Stream.of(
                LoadCase.of("SET NOT NULL", orders(rows), "ALTER TABLE orders ALTER COLUMN total SET NOT NULL", ORDERS)
                        .holds(
                                "SELECT attnotnull FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'total'"),
                LoadCase.of(
                                "a foreign key and a check",
                                orders(rows),
                                "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers, ADD CHECK (total >= 0)",
                                ORDERS)
                        .holds("SELECT count(*) = 2 FROM pg_constraint WHERE conrelid = 'orders'::regclass"
                                + " AND contype IN ('c', 'f') AND convalidated"),
                LoadCase.of(
                                "a unique constraint",
                                orders(rows),
                                "ALTER TABLE orders ADD CONSTRAINT one_order UNIQUE (customer, id)",
                                ORDERS)
                        .holds("SELECT count(*) = 1 FROM pg_constraint WHERE conname = 'one_order'"));
    }

    private static Stream<LoadCase> indexes(long rows) {
        return Stream.of(
                LoadCase.of("CREATE INDEX", orders(rows), "CREATE INDEX by_total ON orders (total)", ORDERS)
                        .holds("SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_total'::regclass"),
                LoadCase.of(
                        "DROP INDEX",
                        orders(rows, "CREATE INDEX by_total ON orders (total)"),
                        "DROP INDEX by_total",
                        ORDERS),
                LoadCase.of(
                        "REINDEX",
                        orders(rows, "CREATE INDEX by_total ON orders (total)"),
                        "REINDEX TABLE orders",
                        ORDERS));
    }

    private static Stream<LoadCase> columns(long rows) {
        return Stream.of(
                LoadCase.of(
                                "a column with a value of its own in each row",
                                orders(rows),
                                "ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE",
                                ORDERS)
                        .newApplication(
                                Application.of("orders", "id", "total", ", customer, token", ", 7, gen_random_uuid()"))
                        .holds("SELECT count(*) = count(DISTINCT token) FROM orders"),
                LoadCase.of(
                                "a column that is filled from another",
                                orders(rows),
                                "-- godwit:backfill orders.label = coalesce(upper(orders.status), 'NEW')\n"
                                        + "ALTER TABLE orders ADD COLUMN label text NOT NULL",
                                ORDERS.also("SELECT count(*) FROM customers"))
                        .newApplication(Application.of(
                                "orders", "id", "total", ", customer, status, label", ", 7, 'paid', 'PAID'"))
                        .holds("SELECT bool_and(label = coalesce(upper(status), 'NEW')) FROM orders"),
                LoadCase.of(
                        "a key becomes bigint",
                        orders(
                                rows,
                                "CREATE TABLE lines (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, of_order int"
                                        + " REFERENCES orders ON DELETE CASCADE)",
                                "INSERT INTO lines (of_order) SELECT g FROM generate_series(1, " + rows + ", 3) g"),
                        "ALTER TABLE orders ALTER COLUMN id TYPE bigint",
                        ORDERS),
                LoadCase.of(
                        "a value becomes bigint",
                        orders(rows, "CREATE INDEX by_total ON orders (total)"),
                        "ALTER TABLE orders ALTER COLUMN total TYPE bigint",
                        ORDERS));
    }

    private static Stream<LoadCase> drops(long rows) {
        return Stream.of(
                LoadCase.of(
                                "DROP COLUMN",
                                orders(rows),
                                "-- godwit:down orders.customer = 1\nALTER TABLE orders DROP COLUMN customer",
                                ORDERS)
                        .newApplication(Application.of("orders", "id", "total", ", status", ", 'new'")),
                LoadCase.of(
                                "DROP TABLE",
                                orders(
                                        rows,
                                        "CREATE TABLE extras (id int REFERENCES orders ON DELETE CASCADE, what text)",
                                        "INSERT INTO extras SELECT g, 'x' FROM generate_series(1, " + rows + ") g",
                                        "CREATE INDEX ON extras (id)"),
                                "DROP TABLE extras",
                                ORDERS)
                        .oldApplication(ORDERS.also(
                                "INSERT INTO extras VALUES (NULL, 'y')",
                                "SELECT * FROM extras WHERE id = 5",
                                "UPDATE extras SET what = 'z' WHERE id = 6")),
                LoadCase.of(
                                "DROP VIEW and FUNCTION",
                                orders(
                                        rows,
                                        "CREATE VIEW totals AS SELECT id, total FROM orders",
                                        "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1'"),
                                "DROP VIEW totals; DROP FUNCTION twice(int)",
                                ORDERS)
                        .oldApplication(ORDERS.also("SELECT twice(total) FROM totals WHERE id = 5")),
                LoadCase.of(
                                "TRUNCATE",
                                orders(
                                        rows,
                                        "CREATE TABLE events (what text)",
                                        "INSERT INTO events SELECT 'x' FROM generate_series(1, " + rows + ") g"),
                                "TRUNCATE events",
                                ORDERS)
                        .oldApplication(ORDERS.also("INSERT INTO events VALUES ('y')")));
    }

    private static Stream<LoadCase> renames(long rows) {
        return Stream.of(
                LoadCase.of(
                                "RENAME COLUMN",
                                orders(rows, "CREATE INDEX by_total ON orders (total)"),
                                "ALTER TABLE orders RENAME COLUMN total TO amount",
                                ORDERS)
                        .newApplication(Application.of("orders", "id", "amount", ", customer", ", 7")),
                LoadCase.of("RENAME TABLE", orders(rows), "ALTER TABLE orders RENAME TO purchases", ORDERS)
                        .newApplication(Application.of("purchases", "id", "total", ", customer", ", 7")));
    }

    private static Stream<LoadCase> others(long rows) {
        return Stream.of(
                LoadCase.of(
                                "REFRESH",
                                orders(
                                        rows,
                                        "CREATE MATERIALIZED VIEW busy AS SELECT id, customer, status FROM orders",
                                        "CREATE UNIQUE INDEX ON busy (id)",
                                        "UPDATE orders SET status = 'paid' WHERE id % 10 = 0"),
                                "REFRESH MATERIALIZED VIEW busy",
                                ORDERS.also("SELECT * FROM busy WHERE id = 9"))
                        .holds("SELECT count(*) > 0 FROM busy WHERE status = 'paid'"),
                LoadCase.of(
                        "ATTACH PARTITION",
                        List.of(
                                "CREATE TABLE days (day date NOT NULL DEFAULT '2026-05-03', id int NOT NULL, total int)"
                                        + " PARTITION BY RANGE (day)",
                                "CREATE TABLE may (day date NOT NULL DEFAULT '2026-05-03', id int NOT NULL, total int)",
                                "INSERT INTO may (id, total) SELECT g, g FROM generate_series(1, " + rows + ") g",
                                "CREATE UNIQUE INDEX ON may (id)"),
                        "ALTER TABLE days ATTACH PARTITION may FOR VALUES FROM ('2026-05-01') TO ('2026-06-01')",
                        Application.of("may", "id", "total", "", "")),
                LoadCase.of(
                                "UPDATE of every row",
                                orders(rows),
                                "UPDATE orders SET note = upper(status) WHERE status IS NOT NULL",
                                ORDERS)
                        .oneWay()
                        .holds("SELECT count(*) = 0 FROM orders WHERE id <= " + rows + " AND note <> upper(status)"),
                LoadCase.of(
                                "DELETE of many rows",
                                orders(
                                        rows,
                                        "INSERT INTO orders SELECT -g, 1, g, 'old' FROM generate_series(1, " + rows / 2
                                                + ") g"),
                                "DELETE FROM orders WHERE status = 'old'",
                                ORDERS)
                        .oneWay()
                        .holds("SELECT count(*) = 0 FROM orders WHERE id < 0"));
    }
}
