package dev.godwit.postgres.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.catalog.Measures;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Planner;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written and what is run; that it works is shown on servers. */
final class RecipesTest {
    private static final PostgresEngine ENGINE = new PostgresEngine();

    private static final Measures LARGE = new Measures(1_000_000, 1L << 30, 1L << 28, 9, 9);

    private static final String SCHEMA = """
            CREATE TABLE customers (id int PRIMARY KEY, name text);
            CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, note text, total int GENERATED ALWAYS AS (id * 2) STORED);
            CREATE INDEX by_note ON orders (note);
            CREATE MATERIALIZED VIEW busy AS SELECT id FROM customers;
            CREATE DOMAIN percent AS int CHECK (value < 101);
            CREATE TABLE parents (id int, day date);
            CREATE TABLE children () INHERITS (parents);
            CREATE TABLE published (a int);
            CREATE PUBLICATION news FOR TABLE published;
            """;

    private static Catalog schema() {
        SqlSource source = SqlSource.of("schema", SCHEMA);
        CatalogBuilder builder = new CatalogBuilder(ENGINE.conventions());
        for (Statement statement : ScriptText.whole(source).statements(ENGINE.dialect())) {
            builder.define(source.text(statement.span()));
        }
        // What a server has measured is there and in use.
        Catalog catalog = builder.build();
        catalog.tables().forEach(table -> builder.put(table.with(LARGE)));
        catalog.views().forEach(view -> builder.put(view.with(LARGE)));
        return builder.build();
    }

    private static MigrationPlan plan(String sql) {
        return Planner.plan(
                        ENGINE.planProduct(new ServerVersion("postgres", 14, 0, 0, "14")),
                        ScriptText.whole(SqlSource.of("migration", sql)),
                        schema())
                .plan();
    }

    private static List<String> steps(String sql, Phase phase) {
        return plan(sql).steps(phase).stream()
                .map(PlannedStep::step)
                .flatMap(step -> step.statements().stream().map(text -> kind(step) + " " + text))
                .toList();
    }

    private static String kind(Step step) {
        return step.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void buildsAnIndexOutsideOfTransactions() {
        assertThat(steps("CREATE INDEX ON orders (customer, lower(note)) WHERE id > 5", Phase.EXPAND))
                .containsExactly(
                        "online CREATE INDEX CONCURRENTLY orders_customer_lower_idx ON orders (customer, (lower(note))) WHERE id > 5");
    }

    @Test
    void looksForDuplicatesBeforeItBuildsAUniqueIndex() {
        assertThat(steps("CREATE UNIQUE INDEX u ON orders (note)", Phase.EXPAND))
                .containsExactly(
                        "check SELECT concat_ws(', ', \"note\") || ' (' || count(*) || ' rows)' FROM \"orders\" WHERE \"note\" IS NOT NULL"
                                + " GROUP BY \"note\" HAVING count(*) > 1 LIMIT 6",
                        "online CREATE UNIQUE INDEX CONCURRENTLY u ON orders (note)");
    }

    @Test
    void renamesAnIndexBeforeItIsDropped() {
        String sql = "DROP INDEX by_note";
        assertThat(steps(sql, Phase.EXPAND))
                .singleElement()
                .asString()
                .startsWith("change ALTER INDEX \"by_note\" RENAME TO \"godwit_dropped_by_note_");
        assertThat(steps(sql, Phase.CONTRACT))
                .singleElement()
                .asString()
                .startsWith("online DROP INDEX CONCURRENTLY IF EXISTS \"godwit_dropped_by_note_");
    }

    @Test
    void fillsUnderATriggerBeforeItHoldsToNotNull() {
        List<String> steps =
                steps("-- godwit:backfill note = 'none'\nALTER TABLE orders ALTER note SET NOT NULL", Phase.EXPAND);
        assertThat(steps)
                .map(step -> step.replaceAll("_[0-9a-f]{8}", "").replaceAll("\\s+AS \\$.*", ""))
                .containsExactly(
                        "change CREATE FUNCTION \"godwit_fill_note\"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT",
                        "change CREATE TRIGGER \"godwit_fill_note\" BEFORE INSERT OR UPDATE ON \"orders\" FOR EACH ROW WHEN (NEW.\"note\" IS NULL)"
                                + " EXECUTE FUNCTION \"godwit_fill_note\"()",
                        "batches UPDATE \"orders\" SET \"note\" = 'none' WHERE \"note\" IS NULL",
                        "change ALTER TABLE \"orders\" ADD CONSTRAINT \"godwit_present_note\" CHECK (\"note\" IS NOT NULL) NOT VALID",
                        "change ALTER TABLE \"orders\" VALIDATE CONSTRAINT \"godwit_present_note\"",
                        "change ALTER TABLE \"orders\" ALTER COLUMN \"note\" SET NOT NULL",
                        "change ALTER TABLE \"orders\" DROP CONSTRAINT \"godwit_present_note\"");
    }

    @Test
    void keepsADefaultThatCostsNothing() {
        assertThat(steps("ALTER TABLE orders ADD COLUMN kind int NOT NULL DEFAULT 3 CHECK (kind > 0)", Phase.EXPAND))
                .containsExactly(
                        "change ALTER TABLE orders ADD COLUMN kind int NOT NULL DEFAULT 3",
                        "change ALTER TABLE orders ADD CONSTRAINT orders_kind_check CHECK (kind > 0) NOT VALID",
                        "change ALTER TABLE \"orders\" VALIDATE CONSTRAINT \"orders_kind_check\"");
    }

    @Test
    void makesOneViewForRenamesThatFollowEachOther() {
        List<String> steps = steps(
                "ALTER TABLE orders RENAME note TO remark; ALTER TABLE orders RENAME customer TO buyer", Phase.EXPAND);
        assertThat(steps)
                .filteredOn(step -> step.startsWith("change CREATE VIEW"))
                .singleElement()
                .asString()
                .contains("\"remark\" AS \"note\"", "\"buyer\" AS \"customer\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE orders ADD COLUMN c int NOT NULL | godwit:backfill c =",
                "ALTER TABLE orders ADD COLUMN c int GENERATED ALWAYS AS (id + 1) STORED | writing the whole table anew",
                "ALTER TABLE orders ADD COLUMN c percent DEFAULT 3 | the domain's conditions as a CHECK of its own",
                "ALTER TABLE orders DROP COLUMN customer | godwit:down customer =",
                "REFRESH MATERIALIZED VIEW busy | CREATE UNIQUE INDEX ON \"busy\"",
                "TRUNCATE orders; INSERT INTO orders (id) VALUES (1) | fill it anew",
                "DROP TABLE orders; CREATE TABLE orders (id int) | make another under its name",
                "ALTER TABLE published RENAME a TO b | its subscribers know it by its name",
                "ALTER TABLE orders RENAME note TO remark; CREATE INDEX ON orders (remark) | Move it to a migration of its own",
                "ALTER TABLE orders DROP COLUMN note; ALTER TABLE orders ADD COLUMN note int | Move it to a migration of its own",
            })
    void refusesWithTheReasonAndWhatToDo(String sql, String said) {
        assertThatThrownBy(() -> plan(sql))
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining(said);
    }

    @Test
    void refusesToFillWhereATriggerDoesNotReachOrKnow() {
        assertThatThrownBy(() -> plan("-- godwit:backfill day = now()\nALTER TABLE parents ALTER day SET NOT NULL"))
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining("tables inherit from it");
        assertThatThrownBy(
                        () -> plan("-- godwit:backfill note = total::text\nALTER TABLE orders ALTER note SET NOT NULL"))
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining("\"total\" is generated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE orders SET note = note || 'x'",
                "UPDATE orders SET note = now()::text",
                "UPDATE orders SET note = CURRENT_TIMESTAMP::text",
                "UPDATE orders SET note = (SELECT name FROM customers WHERE customers.id = customer)",
                "UPDATE orders SET note = name FROM customers WHERE customers.id = customer",
                "UPDATE orders SET note = own(id)",
                "UPDATE orders SET note = 'a', customer = 1",
                "DELETE FROM orders USING customers WHERE customers.id = customer",
                "DELETE FROM orders WHERE id IN (SELECT id FROM customers)",
            })
    void leavesRowsAloneThatBatchesCouldChangeInAnotherWay(String sql) {
        assertThat(plan(sql).isAsWritten()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE n (id int) | DROP TABLE IF EXISTS \"n\"",
                "CREATE TABLE IF NOT EXISTS orders (id int) | ''",
                "CREATE VIEW v AS SELECT 1 | DROP VIEW IF EXISTS \"v\"",
                "CREATE FUNCTION f(a int, text) RETURNS int LANGUAGE sql AS 'SELECT 1' | DROP FUNCTION IF EXISTS \"f\"(a int, text)",
                "CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1' | DROP FUNCTION IF EXISTS \"f\"",
                "CREATE SCHEMA s | DROP SCHEMA IF EXISTS \"s\"",
                "CREATE EXTENSION IF NOT EXISTS citext | ''",
                "ALTER TABLE orders ALTER note SET DEFAULT 'x' | ALTER TABLE IF EXISTS \"orders\" ALTER COLUMN \"note\" DROP DEFAULT",
                "ALTER TABLE orders SET (fillfactor = 70) | ALTER TABLE IF EXISTS \"orders\" RESET (fillfactor)",
                "ALTER TABLE orders ENABLE ROW LEVEL SECURITY | ALTER TABLE IF EXISTS \"orders\" DISABLE ROW LEVEL SECURITY",
            })
    void takesBackWhatIsRunAsWritten(String sql, String back) {
        assertThat(plan(sql).steps(Phase.EXPAND))
                .map(step -> step.step().back())
                .containsExactly(back.isEmpty() ? WayBack.nothing() : WayBack.by(back));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO orders (id) VALUES (1)",
                "GRANT SELECT ON orders TO PUBLIC",
                "CREATE OR REPLACE VIEW busy AS SELECT 1",
                "DO $$ BEGIN PERFORM 1; END $$",
            })
    void saysWhatItCannotTakeBack(String sql) {
        assertThat(plan(sql).steps(Phase.EXPAND))
                .map(step -> step.step().back())
                .allMatch(back -> back instanceof WayBack.None);
    }
}
