package dev.godwit.it.plan;

import static dev.godwit.it.plan.Scenario.named;

import java.util.stream.Stream;

/** What the recipes are tried on. */
final class RecipeScenarios {
    /** More than a table that Godwit takes to be small. */
    private static final String[] ORDERS = {
        "CREATE TABLE customers (id int PRIMARY KEY, name text)",
        "INSERT INTO customers SELECT g, 'customer ' || g FROM generate_series(1, 50) g",
        "CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, note text, pad text DEFAULT repeat('x', 900))",
        "INSERT INTO orders (id, customer, note) SELECT g, g % 50 + 1, 'note ' || g FROM generate_series(1, 2000) g"
    };

    private static final String OLD_INSERT = "INSERT INTO orders (id, customer, note) VALUES (?, 7, 'new ?')";
    private static final String OLD_UPDATE = "UPDATE orders SET note = 'changed ?' WHERE id IN (5, 1900)";

    private RecipeScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(indexes(), columns()).flatMap(scenarios -> scenarios);
    }

    private static Stream<Scenario> indexes() {
        return Stream.of(
                named("an index")
                        .given(ORDERS)
                        .migration("CREATE INDEX ON orders (customer, note)")
                        .oldApplication(OLD_INSERT),
                named("a unique partial index")
                        .given(ORDERS)
                        .migration("CREATE UNIQUE INDEX one_note ON orders (lower(note)) WHERE customer > 3")
                        .oldApplication(OLD_INSERT),
                named("an index of a partitioned table")
                        .given(PARTITIONED)
                        .migration("CREATE INDEX readings_value ON readings (value)")
                        .oldApplication(OLD_READING),
                named("an index is dropped")
                        .given(with(ORDERS, "CREATE UNIQUE INDEX by_note ON orders (note) WITH (fillfactor = 70)"))
                        .migration("DROP INDEX by_note")
                        .oldApplication(OLD_INSERT + " ON CONFLICT (note) DO NOTHING")
                        .newApplication("SELECT 1"),
                named("an index is made anew")
                        .given(with(ORDERS, "CREATE INDEX by_note ON orders (note)"))
                        .migration("DROP INDEX by_note; CREATE INDEX by_note ON orders (note, customer)")
                        .oldApplication(OLD_INSERT),
                named("an index is built anew")
                        .given(with(ORDERS, "CREATE INDEX by_note ON orders (note)"))
                        .migration("REINDEX TABLE orders")
                        .oldApplication(OLD_INSERT),
                named("a unique constraint")
                        .given(ORDERS)
                        .migration(
                                "ALTER TABLE orders ADD UNIQUE (note) INCLUDE (customer) DEFERRABLE INITIALLY DEFERRED")
                        .oldApplication(OLD_INSERT, OLD_UPDATE.replace("IN (5, 1900)", "= 5")),
                named("a primary key")
                        .given(with(
                                ORDERS,
                                "ALTER TABLE orders DROP CONSTRAINT orders_pkey",
                                "ALTER TABLE orders ALTER id DROP NOT NULL"))
                        .migration("ALTER TABLE orders ADD PRIMARY KEY (id)")
                        .oldApplication(OLD_INSERT),
                named("a unique constraint of a partitioned table")
                        .given(PARTITIONED)
                        .migration("ALTER TABLE readings ADD CONSTRAINT readings_key UNIQUE (place, id)")
                        .oldApplication(OLD_READING));
    }

    private static Stream<Scenario> columns() {
        return Stream.of(
                named("NOT NULL with a value to fill in")
                        .given(with(ORDERS, "UPDATE orders SET note = NULL WHERE id % 3 = 0"))
                        .migration(
                                "-- godwit:backfill note = 'order ' || id\nALTER TABLE orders ALTER note SET NOT NULL")
                        .directly("UPDATE orders SET note = '' WHERE note IS NULL")
                        .oldApplication(
                                OLD_INSERT.replace("'new ?'", "NULL"),
                                "UPDATE orders SET pad = 'p' WHERE id IN (6, 1800)")
                        .newApplication(OLD_INSERT)
                        .expanded("SELECT note FROM orders WHERE id = 6", "order 6"),
                named("a column with a value of its own in each row")
                        .given(ORDERS)
                        .migration("ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .newApplication("INSERT INTO orders (id, customer, token) VALUES (?, 1, gen_random_uuid())")
                        .expanded("SELECT count(*) FROM orders WHERE token IS NULL", "0"),
                named("a column that is filled from others")
                        .given(ORDERS)
                        .migration("-- godwit:backfill orders.label = upper(orders.note)\n"
                                + "ALTER TABLE orders ADD label varchar(40) COLLATE \"C\" NOT NULL CHECK (label <> '')")
                        .directly("TRUNCATE orders")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .newApplication("INSERT INTO orders (id, customer, label) VALUES (?, 1, 'mine')")
                        .expanded(
                                "SELECT count(*) FROM orders WHERE note IS NOT NULL AND label <> upper(note) AND id <> ALL ('{5,1900}')",
                                "0"),
                named("a column that refers, with a constant")
                        .given(ORDERS)
                        .migration(
                                "ALTER TABLE orders ADD COLUMN payer int DEFAULT 1 REFERENCES customers ON DELETE CASCADE")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .expanded("SELECT count(*) FROM orders WHERE payer IS NULL", "0"),
                named("a serial column")
                        .given(ORDERS)
                        .migration("ALTER TABLE orders ADD COLUMN number serial")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .newApplication(OLD_INSERT)
                        .expanded("SELECT count(DISTINCT number) = count(*) FROM orders", "t"),
                named("an identity as primary key")
                        .given(
                                "CREATE TABLE logs (line text, pad text DEFAULT repeat('x', 900))",
                                "INSERT INTO logs (line) SELECT 'line ' || g FROM generate_series(1, 2000) g")
                        .migration(
                                "ALTER TABLE logs ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5) PRIMARY KEY")
                        .oldApplication(
                                "INSERT INTO logs (line) VALUES ('?')",
                                "UPDATE logs SET line = 'x' WHERE line = 'line 7'")
                        .newApplication("INSERT INTO logs (line) VALUES ('?')")
                        .expanded("SELECT min(id) >= 100 AND count(DISTINCT id) = count(*) FROM logs", "t"),
                named("a column of a partitioned table")
                        .given(PARTITIONED)
                        .migration("ALTER TABLE readings ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()")
                        .oldApplication(OLD_READING, "UPDATE readings SET value = 3 WHERE id = 40")
                        .expanded("SELECT count(*) FROM readings WHERE token IS NULL", "0"));
    }

    private static final String[] PARTITIONED = {
        "CREATE TABLE readings (id int NOT NULL, place int NOT NULL, value int, pad text DEFAULT repeat('x', 900)) PARTITION BY LIST (place)",
        "CREATE TABLE readings_1 PARTITION OF readings FOR VALUES IN (1)",
        "CREATE TABLE readings_2 PARTITION OF readings FOR VALUES IN (2)",
        "INSERT INTO readings (id, place, value) SELECT g, g % 2 + 1, g FROM generate_series(1, 4000) g"
    };

    private static final String OLD_READING = "INSERT INTO readings (id, place, value) VALUES (?, 1, 5)";

    private static String[] with(String[] setup, String... more) {
        return Stream.concat(Stream.of(setup), Stream.of(more)).toArray(String[]::new);
    }
}
