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
        return Stream.of(indexes(), columns(), drops(), renames(), others(), asWritten())
                .flatMap(scenarios -> scenarios);
    }

    /** What has no way back. */
    static Stream<Scenario> oneWay() {
        return Stream.of(
                named("many rows are changed")
                        .given(ORDERS)
                        .migration("UPDATE orders SET note = upper(pad) || customer WHERE id > 100 AND note <> 'x'")
                        .oldApplication(OLD_UPDATE)
                        .expanded("SELECT count(*) FROM orders WHERE note LIKE 'note%'", "99"),
                named("many rows are deleted")
                        .given(ORDERS)
                        .migration("DELETE FROM orders WHERE customer IN (1, 2, 3)")
                        .oldApplication(OLD_UPDATE)
                        .contracted("SELECT count(*) FROM orders", "1880"));
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

    private static Stream<Scenario> drops() {
        return Stream.of(
                named("a column that new rows do not have")
                        .given(ORDERS)
                        .migration("-- godwit:down orders.customer = 1\nALTER TABLE orders DROP COLUMN customer")
                        .oldApplication(OLD_INSERT, OLD_UPDATE, "SELECT customer + 1 FROM orders")
                        .newApplication("INSERT INTO orders (id, note) VALUES (?, 'mine')")
                        .expanded("SELECT customer FROM orders WHERE note = 'mine'", "1"),
                named("a column that may be empty, and another")
                        .given(with(ORDERS, "CREATE INDEX by_note ON orders (note)"))
                        .migration("ALTER TABLE orders DROP COLUMN note, DROP COLUMN pad")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .newApplication("INSERT INTO orders (id, customer) VALUES (?, 2)"),
                named("a table that refers and is referred to")
                        .given(with(
                                ORDERS,
                                "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers",
                                "CREATE TABLE lines (number int, of_order int REFERENCES orders)",
                                "CREATE VIEW notes AS SELECT note FROM orders"))
                        .migration("DROP TABLE IF EXISTS orders CASCADE")
                        .oldApplication(OLD_INSERT, "INSERT INTO lines VALUES (1, 5)")
                        .newApplication("INSERT INTO customers VALUES (?, 'new')"),
                named("a view, a function and a type")
                        .given(with(
                                ORDERS,
                                "CREATE VIEW notes AS SELECT note FROM orders",
                                "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1'",
                                "CREATE TYPE mood AS ENUM ('sad')"))
                        .migration("DROP VIEW notes; DROP FUNCTION twice(int); DROP TYPE mood;")
                        .oldApplication("SELECT note, twice(2), 'sad'::mood FROM notes"),
                named("a view, a function and a type are made anew")
                        .given(with(
                                ORDERS,
                                "CREATE VIEW notes AS SELECT note FROM orders",
                                "GRANT SELECT ON notes TO PUBLIC",
                                "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1'",
                                "CREATE TYPE mood AS ENUM ('sad')"))
                        .migration("DROP VIEW notes; DROP FUNCTION IF EXISTS twice(int); DROP TYPE mood;"
                                + "CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE FUNCTION twice(int) RETURNS bigint LANGUAGE sql"
                                + " AS 'SELECT 2 * $1::bigint'; CREATE VIEW notes AS SELECT note, id FROM orders")
                        .oldApplication("SELECT note, twice(2), 'sad'::mood FROM notes")
                        .newApplication("SELECT id, note, twice(2), 'glad'::mood FROM notes"),
                named("a table is emptied")
                        .given(ORDERS)
                        .migration("TRUNCATE orders")
                        .oldApplication(OLD_INSERT)
                        .expanded("SELECT count(*) > 2000 FROM orders", "t")
                        .contracted("SELECT count(*) FROM orders", "0"));
    }

    private static Stream<Scenario> renames() {
        return Stream.of(
                named("a column is renamed")
                        .given(with(
                                ORDERS,
                                "CREATE VIEW notes AS SELECT id, note FROM orders",
                                "CREATE INDEX by_note ON orders (note)",
                                "CREATE TABLE lines (of_order int REFERENCES orders)",
                                "COMMENT ON TABLE orders IS 'what was ordered'",
                                "GRANT SELECT ON orders TO PUBLIC",
                                "GRANT UPDATE (note) ON orders TO PUBLIC"))
                        .migration("ALTER TABLE orders RENAME COLUMN note TO \"The Remark\"")
                        .oldApplication(
                                OLD_INSERT + " ON CONFLICT (id) DO UPDATE SET note = excluded.note RETURNING note",
                                OLD_UPDATE,
                                "INSERT INTO orders VALUES (?, 4, 'by position')",
                                "INSERT INTO orders VALUES (?, 4, DEFAULT, DEFAULT)",
                                "INSERT INTO lines VALUES (5)",
                                "SELECT note FROM orders WHERE id = 6 FOR UPDATE",
                                "SELECT note FROM notes")
                        .newApplication(
                                "INSERT INTO orders (id, customer, \"The Remark\") VALUES (?, 1, 'mine') ON CONFLICT DO NOTHING",
                                "UPDATE orders SET \"The Remark\" = upper(\"The Remark\") WHERE id = 6",
                                "DELETE FROM orders WHERE \"The Remark\" = 'note 9'")
                        .expanded("SELECT note = \"The Remark\" FROM orders WHERE id = 6", "t")
                        .expanded("SELECT has_table_privilege('public', 'orders', 'SELECT')", "t")
                        .expanded("SELECT has_column_privilege('public', 'orders', 'note', 'UPDATE')", "t")
                        .expanded("SELECT has_column_privilege('public', 'orders', 'pad', 'UPDATE')", "f"),
                named("three columns are renamed")
                        .given(ORDERS)
                        .migration(
                                "ALTER TABLE orders RENAME note TO remark; ALTER TABLE orders RENAME customer TO buyer;"
                                        + "ALTER TABLE orders RENAME COLUMN pad TO filler")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .newApplication("INSERT INTO orders (id, buyer, remark, filler) VALUES (?, 3, 'mine', '')")
                        .contracted("SELECT count(*) FROM orders WHERE remark = 'mine' AND buyer = 3", "2"),
                named("a column of a partitioned table is renamed")
                        .given(PARTITIONED)
                        .migration("ALTER TABLE readings RENAME COLUMN value TO measured")
                        .oldApplication(OLD_READING, "UPDATE readings SET value = 3 WHERE id = 40")
                        .newApplication("UPDATE readings SET measured = 4 WHERE id = 40"),
                named("a table is renamed")
                        .given(with(ORDERS, "ALTER TABLE orders ADD number serial", "GRANT SELECT ON orders TO PUBLIC"))
                        .migration("ALTER TABLE orders RENAME TO purchases")
                        .oldApplication(OLD_INSERT + " ON CONFLICT (id) DO NOTHING", OLD_UPDATE)
                        .newApplication(OLD_INSERT.replace("orders", "purchases"))
                        .expanded("SELECT (SELECT count(*) FROM orders) = (SELECT count(*) FROM purchases)", "t"),
                named("a table gets another schema")
                        .given(with(ORDERS, "CREATE SCHEMA shop"))
                        .migration("ALTER TABLE orders SET SCHEMA shop")
                        .oldApplication(OLD_INSERT, OLD_UPDATE)
                        .newApplication(OLD_INSERT.replace("orders", "shop.orders")),
                named("a table with policies is renamed")
                        .since(15)
                        .given(with(
                                ORDERS,
                                "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
                                "CREATE POLICY mine ON orders USING (customer = 7)"))
                        .migration("ALTER TABLE orders RENAME TO purchases")
                        .oldApplication(OLD_INSERT));
    }

    private static Stream<Scenario> others() {
        return Stream.of(
                named("a materialized view is refreshed")
                        .given(with(
                                ORDERS,
                                "CREATE MATERIALIZED VIEW busy AS SELECT customer, id, pad FROM orders",
                                "CREATE UNIQUE INDEX busy_key ON busy (id)"))
                        .migration("REFRESH MATERIALIZED VIEW busy")
                        .oldApplication("SELECT * FROM busy"),
                named("a partition is attached")
                        .given(
                                "CREATE TABLE customers (id int PRIMARY KEY)",
                                "INSERT INTO customers SELECT generate_series(1, 9)",
                                "CREATE TABLE days (day date NOT NULL, customer int REFERENCES customers, note text,"
                                        + " pad text DEFAULT repeat('x', 900), CONSTRAINT days_key UNIQUE (day, note)) PARTITION BY RANGE (day)",
                                "CREATE INDEX days_note ON days (note)",
                                "CREATE TABLE may (day date NOT NULL, customer int, note text, pad text DEFAULT repeat('x', 900))",
                                "INSERT INTO may (day, customer, note) SELECT '2026-05-03', g % 9 + 1, g::text FROM generate_series(1, 3000) g")
                        .migration(
                                "ALTER TABLE days ATTACH PARTITION may FOR VALUES FROM ('2026-05-01') TO ('2026-06-01')")
                        .oldApplication("INSERT INTO may (day, customer, note) VALUES ('2026-05-04', 3, '?')")
                        .newApplication("INSERT INTO days (day, customer, note) VALUES ('2026-05-05', 3, '?')"));
    }

    private static Stream<Scenario> asWritten() {
        return Stream.of(named("what is run as written")
                .given(with(
                        ORDERS,
                        "ALTER TABLE orders ADD CONSTRAINT noted CHECK (note <> '')",
                        "ALTER TABLE orders ADD CONSTRAINT one_note UNIQUE (note) DEFERRABLE",
                        "ALTER TABLE orders ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customers ON DELETE CASCADE",
                        "ALTER TABLE orders ADD CONSTRAINT few CHECK (id < 100000000) NOT VALID",
                        "CREATE DOMAIN percent AS int CONSTRAINT in_range CHECK (value < 101)",
                        "CREATE TYPE mood AS ENUM ('sad')",
                        "CREATE TYPE pair AS (one int)",
                        "CREATE SEQUENCE numbers"))
                .migration("""
                            ALTER TABLE orders DROP CONSTRAINT noted;
                            ALTER TABLE orders DROP CONSTRAINT one_note;
                            ALTER TABLE orders DROP CONSTRAINT of_customer;
                            ALTER TABLE orders VALIDATE CONSTRAINT few;
                            ALTER TABLE orders RENAME CONSTRAINT few TO not_many;
                            ALTER TABLE orders ALTER note SET DEFAULT 'x', ALTER pad DROP DEFAULT;
                            ALTER TABLE orders SET (fillfactor = 80, autovacuum_enabled = false);
                            ALTER TABLE orders REPLICA IDENTITY FULL;
                            ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
                            ALTER TABLE orders ADD COLUMN extra text;
                            ALTER TABLE orders ADD CHECK (extra <> 'q') NOT VALID;
                            CREATE POLICY every ON orders USING (true);
                            CREATE TABLE more (id int PRIMARY KEY);
                            CREATE INDEX ON more (id);
                            ALTER TABLE more ADD COLUMN note text;
                            INSERT INTO more VALUES (1);
                            CREATE VIEW several AS SELECT id FROM more;
                            CREATE SCHEMA IF NOT EXISTS public;
                            CREATE FUNCTION trace(place int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
                            CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                            CREATE TRIGGER quiet BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION quiet();
                            CREATE TYPE colour AS ENUM ('red');
                            CREATE DOMAIN small AS int CHECK (value < 9);
                            CREATE SEQUENCE others;
                            ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
                            ALTER TYPE pair ADD ATTRIBUTE two text;
                            ALTER DOMAIN percent DROP CONSTRAINT in_range;
                            ALTER DOMAIN percent ADD CHECK (value > 0);
                            CREATE STATISTICS both_columns ON id, customer FROM orders;
                            """)
                .oldApplication(OLD_INSERT, OLD_UPDATE.replace("IN (5, 1900)", "= 5")));
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
