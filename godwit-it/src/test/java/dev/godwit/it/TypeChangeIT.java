package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.Step;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types of columns are changed by a second column, while others write. */
final class TypeChangeIT {
    @TempDir
    Path folder;

    private static final String TO_BIGINT = "ALTER TABLE orders ALTER COLUMN id TYPE bigint";

    // A positional INSERT evaluates the default of the column that is last by then, so that numbers of the sequence may
    // be left out.
    private static final String ROWS = """
        SELECT count(*), string_agg(note, ',' ORDER BY id) FILTER (WHERE note LIKE 'w%'),
               md5(string_agg(id || note || coalesce(parent::text, '-'), ',' ORDER BY id) FILTER (WHERE note NOT LIKE 'w%'))
        FROM orders""";

    private static TestDatabase orders(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        run(database, orders("reader_" + database.value("SELECT current_database()")));
        return database;
    }

    private static void run(TestDatabase database, String script) {
        database.execute(script.strip().split(";\n", -1));
    }

    /** Whether the columns stand as the old application knows them. */
    private enum Order {
        OF_OLD,
        CHANGED
    }

    /** What an application does that knows the column by its name alone. */
    private static void write(TestDatabase database, int round, Order order) {
        database.execute(
                "INSERT INTO orders (note) VALUES ('w" + round + "')",
                (order == Order.OF_OLD
                                ? "INSERT INTO orders VALUES ("
                                : "INSERT INTO orders (id, note, parent) VALUES (")
                        + (100_000 + round) + ", 'place" + round + "', 1)",
                "INSERT INTO \"Shop \"\"x\"\" y\".\"Lines\" VALUES (" + (100_000 + round) + ", 1)",
                "UPDATE orders SET id = " + (200_000 + round) + " WHERE id = " + (100 + round),
                "UPDATE orders SET note = 'n" + round + "' WHERE id = " + (300 + round),
                "INSERT INTO orders (id, note) VALUES (" + (500 + round) + ", 'conflict" + round
                        + "') ON CONFLICT (id) DO UPDATE SET note = excluded.note",
                "DELETE FROM orders WHERE id = " + (700 + round));
    }

    private static String expected(Product product, int rounds) {
        TestDatabase plain = orders(product);
        for (int i = 0; i < rounds; i++) {
            write(plain, i, Order.OF_OLD);
        }
        return plain.value(ROWS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void makesAKeyBigWhileOrdersComeIn(Product product) {
        TestDatabase database = orders(product);
        TestDatabase direct = orders(product);
        int round = 0;
        try (StepByStep steps = new StepByStep(database, TO_BIGINT)) {
            assertThat(steps.plan().isAsWritten()).isFalse();
            write(database, round++, Order.OF_OLD);
            for (Step step : steps.steps(Phase.EXPAND)) {
                steps.run(step);
                write(database, round++, Order.OF_OLD);
            }
            assertThat(database.value("SELECT pg_typeof(id) FROM orders LIMIT 1"))
                    .isEqualTo("bigint");
            for (Step step : steps.steps(Phase.CONTRACT)) {
                steps.run(step);
                write(database, round++, Order.CHANGED);
            }
        }
        assertThat(database.value(ROWS)).isEqualTo(expected(product, round));
        database.execute("INSERT INTO orders (id, note) VALUES (3000000000, 'big')");
        direct.execute(TO_BIGINT, "ALTER SEQUENCE orders_id_seq AS bigint");
        // The server writes the columns of statistics in their order in the table.
        assertThat(PostgresDump.inAnyOrder(database)
                        .replace(name(database), "DB")
                        .replace("ON note, id", "ON id, note"))
                .isEqualTo(PostgresDump.inAnyOrder(direct).replace(name(direct), "DB"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void migratesRollsBackAndContracts(Product product) {
        TestDatabase database = orders(product);
        Migrations.write(folder, Map.of("1_first.sql", "CREATE TABLE first (id int);", "2_big.sql", TO_BIGINT + ";"));
        Godwit godwit = Migrations.godwit(database.url(), folder, event -> {});
        godwit.migrate(Optional.of(new MigrationId("1")), RunMode.RUN);
        String before = PostgresDump.inOrder(database);
        godwit.migrate(Optional.empty(), RunMode.RUN, Optional.of(Migrations.LINT));
        assertThat(database.value("SELECT pg_typeof(id) FROM orders LIMIT 1")).isEqualTo("bigint");
        write(database, 0, Order.OF_OLD);
        godwit.rollback(new RollbackTarget.Steps(1), RunMode.RUN);
        assertThat(PostgresDump.inOrder(database)).isEqualTo(before);
        assertThat(database.value(ROWS)).isEqualTo(expected(product, 1));
        godwit.migrate(Optional.empty(), RunMode.RUN, Optional.of(Migrations.LINT));
        godwit.contract(Optional.empty(), RunMode.RUN);
        assertThat(database.value("SELECT pg_typeof(id) FROM orders LIMIT 1")).isEqualTo("bigint");
        assertThat(PostgresDump.inOrder(database)).doesNotContain("godwit_");
    }

    private static String name(TestDatabase database) {
        return database.value("SELECT current_database()");
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void takesBackEveryPrefix(Product product) {
        TestDatabase database = orders(product);
        String before = PostgresDump.inOrder(database);
        int round = 0;
        int last = 1;
        for (int count = 1; count <= last; count++) {
            try (StepByStep steps = new StepByStep(database, TO_BIGINT)) {
                List<Step> expand = steps.steps(Phase.EXPAND);
                last = expand.size();
                for (Step step : expand.subList(0, count)) {
                    steps.run(step);
                }
                write(database, round++, Order.OF_OLD);
                steps.back();
            }
            assertThat(PostgresDump.inOrder(database)).as("%d steps", count).isEqualTo(before);
        }
        assertThat(last).isGreaterThan(10);
        assertThat(database.value(ROWS)).isEqualTo(expected(product, round));
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void refusesToTakeBackWhatTheOldTypeCannotHold(Product product) {
        TestDatabase database = orders(product);
        String before = PostgresDump.inOrder(database);
        try (StepByStep steps = new StepByStep(database, TO_BIGINT)) {
            steps.steps(Phase.EXPAND).forEach(steps::run);
            database.execute("INSERT INTO orders (id, note) VALUES (3000000000, 'big')");
            assertThatThrownBy(steps::back).hasMessageContaining("1 rows, for example 3000000000");
            assertThatThrownBy(() -> database.execute("INSERT INTO orders (id, note) VALUES (3000000001, 'big')"))
                    .hasMessageContaining("out of range");
            database.execute("DELETE FROM orders WHERE id = 3000000000");
            steps.back();
        }
        assertThat(PostgresDump.inOrder(database)).isEqualTo(before);
    }

    private static final String IDENTITY = """
        CREATE TABLE p (id bigint PRIMARY KEY);
        INSERT INTO p VALUES (0);
        CREATE TABLE "T" ("Id" int GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 5 MAXVALUE 1000000 CACHE 1) PRIMARY KEY,
            "When" timestamp NOT NULL DEFAULT '2020-01-01', amount text, v varchar(300) NOT NULL DEFAULT 'v', ref int DEFAULT 0
            REFERENCES p);
        INSERT INTO "T" (amount, v) SELECT g::text, repeat('v', 200) FROM generate_series(1, 8000) g;
        VACUUM ANALYZE "T";
        """;

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void movesIdentitiesAndReferences(Product product) {
        for (String column : List.of("\"Id\"", "ref")) {
            String alter = "ALTER TABLE \"T\" ALTER COLUMN " + column + " TYPE bigint";
            TestDatabase database = TestDatabase.fresh(product);
            TestDatabase direct = TestDatabase.fresh(product);
            run(database, IDENTITY);
            run(direct, IDENTITY);
            String before = PostgresDump.inOrder(database);
            try (StepByStep steps = new StepByStep(database, alter)) {
                for (Step step : steps.steps(Phase.EXPAND)) {
                    steps.run(step);
                    database.execute("INSERT INTO \"T\" (amount) VALUES ('1')");
                }
                steps.back();
                assertThat(PostgresDump.inOrder(database)).isEqualTo(before);
                steps.steps(Phase.EXPAND).forEach(steps::run);
                steps.steps(Phase.CONTRACT).forEach(steps::run);
                database.execute("INSERT INTO \"T\" (amount) VALUES ('1')");
                assertThat(database.value(
                                "SELECT count(*) - count(DISTINCT \"Id\"), count(*) - max(\"Id\") / 5 FROM \"T\""))
                        .isEqualTo("0|0");
            }
            direct.execute(alter);
            assertThat(PostgresDump.inAnyOrder(database)).isEqualTo(PostgresDump.inAnyOrder(direct));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void showsANewShapeUnderANameOfItsOwnUntilContract(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        run(database, IDENTITY);
        String before = PostgresDump.inOrder(database);
        String migration = """
            -- godwit:down amount = amount::text
            ALTER TABLE "T" ALTER COLUMN amount TYPE int USING nullif(trim(amount), '')::int""";
        try (StepByStep steps = new StepByStep(database, migration)) {
            steps.steps(Phase.EXPAND).forEach(steps::run);
            String fresh = database.value(
                    "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '\"T\"'::regclass AND attname LIKE 'godwit%'");
            database.execute(
                    "UPDATE \"T\" SET amount = ' 77 ' WHERE \"Id\" = 10",
                    "UPDATE \"T\" SET " + fresh + " = 88 WHERE \"Id\" = 15",
                    "INSERT INTO \"T\" (" + fresh + ") VALUES (99)",
                    "INSERT INTO \"T\" (amount) VALUES ('98')");
            assertThat(database.rows("SELECT amount, " + fresh + " FROM \"T\" WHERE \"Id\" IN (10, 15) OR " + fresh
                            + " IN (98, 99) AND \"Id\" > 30000 ORDER BY 2"))
                    .containsExactly(" 77 |77", "88|88", "98|98", "99|99");
            steps.back();
            assertThat(PostgresDump.inOrder(database)).isEqualTo(before);
            assertThat(database.value("SELECT amount FROM \"T\" WHERE \"Id\" = 15"))
                    .isEqualTo("88");
            steps.steps(Phase.EXPAND).forEach(steps::run);
            steps.steps(Phase.CONTRACT).forEach(steps::run);
        }
        assertThat(database.value("SELECT pg_typeof(amount), amount FROM \"T\" WHERE \"Id\" = 10"))
                .isEqualTo("integer|77");
        assertThat(PostgresDump.inOrder(database)).doesNotContain("godwit");
    }

    @Test
    void saysWhatItCannotDo() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        run(database, IDENTITY);
        run(database, """
            CREATE VIEW reader AS SELECT "Id" FROM "T";
            CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE late (id int, filler text);
            INSERT INTO late SELECT g, repeat('f', 200) FROM generate_series(1, 8000) g;
            CREATE TRIGGER zzz BEFORE INSERT ON late FOR EACH ROW EXECUTE FUNCTION later();
            VACUUM ANALYZE late;
            """);
        Map<String, String> refused = Map.of(
                "ALTER TABLE \"T\" ALTER COLUMN \"Id\" TYPE bigint", "view \"reader\" uses column",
                "ALTER TABLE \"T\" ALTER COLUMN amount TYPE int USING length(amount)",
                        "-- godwit:down amount = <expression>",
                "ALTER TABLE late ALTER COLUMN id TYPE bigint", "trigger \"zzz\" would fire after");
        refused.forEach((sql, why) -> assertThatThrownBy(() -> new StepByStep(database, sql).close())
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining(why));
    }

    @Test
    void refusesWhatWasAddedSinceThePlan() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        run(database, IDENTITY);
        try (StepByStep steps = new StepByStep(database, "ALTER TABLE \"T\" ALTER COLUMN \"Id\" TYPE bigint")) {
            database.execute("CREATE VIEW reader AS SELECT \"Id\" FROM \"T\"");
            assertThatThrownBy(() -> steps.run(steps.steps(Phase.EXPAND).getFirst()))
                    .hasMessageContaining("rule _RETURN on view reader");
        }
    }

    @Test
    void plansTheSameEachTime() {
        TestDatabase database = orders(Product.POSTGRES_18);
        try (StepByStep one = new StepByStep(database, TO_BIGINT);
                StepByStep other = new StepByStep(database, TO_BIGINT)) {
            assertThat(one.plan()).isEqualTo(other.plan());
            assertThat(one.plan().steps().stream()
                            .flatMap(step -> step.effects().stream())
                            .flatMap(effects -> effects.unknown().stream())
                            .toList())
                    .isEmpty();
        }
    }

    private static String orders(String role) {
        return """
            CREATE ROLE %1$s;
            CREATE SCHEMA "Shop ""x"" y";
            CREATE TABLE orders (
                id serial CONSTRAINT "Orders PK" PRIMARY KEY,
                note text NOT NULL,
                parent int REFERENCES orders,
                filler text DEFAULT repeat('x', 100),
                CONSTRAINT positive CHECK (id > 0 AND note <> 'id'),
                CONSTRAINT twice UNIQUE (id, note) DEFERRABLE INITIALLY DEFERRED);
            COMMENT ON COLUMN orders.id IS 'it''s the key';
            COMMENT ON CONSTRAINT "Orders PK" ON orders IS 'key';
            COMMENT ON CONSTRAINT positive ON orders IS 'check';
            GRANT SELECT (id), UPDATE (id) ON orders TO %1$s;
            ALTER TABLE orders ALTER COLUMN id SET STATISTICS 500;
            ALTER TABLE orders ALTER COLUMN id SET (n_distinct = -1);
            CREATE INDEX by_remainder ON orders ((id %% 10), note text_pattern_ops DESC) INCLUDE (filler) WITH (fillfactor = 70)
                WHERE id > 5 AND note IS NOT NULL;
            COMMENT ON INDEX by_remainder IS 'partial';
            CREATE INDEX "By Id and Note, a name that is as long as a name can be at all ü" ON orders (note, id);
            ALTER TABLE orders CLUSTER ON "Orders PK";
            ALTER TABLE orders REPLICA IDENTITY USING INDEX "Orders PK";
            CREATE STATISTICS related (ndistinct, mcv) ON id, note FROM orders;
            CREATE TABLE "Shop ""x"" y"."Lines" (
                "Order" int NOT NULL CONSTRAINT "of an Order" REFERENCES public.orders ON UPDATE CASCADE ON DELETE CASCADE,
                line int, PRIMARY KEY ("Order", line));
            COMMENT ON CONSTRAINT "of an Order" ON "Shop ""x"" y"."Lines" IS 'reference';
            CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := NEW.note || ''.''; RETURN NEW; END';
            CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touched();
            INSERT INTO orders (note) SELECT 'row ' || g FROM generate_series(1, 12000) g;
            UPDATE orders SET parent = 1 WHERE id %% 7 = 0;
            INSERT INTO "Shop ""x"" y"."Lines" SELECT id, 1 FROM orders;
            VACUUM ANALYZE orders;
            """.formatted(role);
    }
}
