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
import dev.godwit.core.plan.Planner;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTypeViaShadowTest {
    private static final PostgresEngine ENGINE = new PostgresEngine();
    private static final ServerVersion VERSION = new ServerVersion("postgres", 18, 0, 0, "18.0");
    private static final Measures LARGE = new Measures(1_000_000, 100_000_000, 0, 0, 0);

    private static Catalog catalog(String... definitions) {
        CatalogBuilder builder = new CatalogBuilder(ENGINE.conventions());
        List.of(definitions).forEach(builder::define);
        QualifiedName table = new QualifiedName(List.of(new Identifier("t")));
        builder.change(table, known -> known.with(LARGE));
        return builder.build();
    }

    private static MigrationPlan plan(String migration, Catalog catalog) {
        return Planner.plan(
                        ENGINE.planProduct(VERSION),
                        ScriptText.whole(SqlSource.of("migration.sql", migration)),
                        catalog)
                .plan();
    }

    private static List<String> statements(MigrationPlan plan, Phase phase) {
        return plan.steps(phase).stream()
                .flatMap(step -> step.step().statements().stream())
                .map(statement -> statement.lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void changesTwoColumnsOfATableInOneFile() {
        MigrationPlan plan = plan(
                "ALTER TABLE t ALTER COLUMN a TYPE bigint; ALTER TABLE t ALTER COLUMN b TYPE bigint",
                catalog("CREATE TABLE t (a int, b int)"));

        assertThat(statements(plan, Phase.EXPAND))
                .filteredOn(statement -> statement.startsWith("CREATE TRIGGER \"zz_godwit_sync_"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE UNIQUE INDEX by_a ON t (a)
            ALTER TABLE t ALTER COLUMN a SET DEFAULT now()
            """)
    void refusesALaterUseOfAColumnThatIsReplacedOnlyAtContract(String later) {
        assertThatThrownBy(() -> plan(
                        "ALTER TABLE t ALTER COLUMN a TYPE timestamptz; " + later,
                        catalog("CREATE TABLE t (a timestamp)")))
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining("the file goes on with " + later);
    }

    @Test
    void putsASecondColumnInThePlace() {
        MigrationPlan plan = plan("ALTER TABLE t ALTER COLUMN a TYPE bigint", catalog("CREATE TABLE t (a int)"));

        assertThat(statements(plan, Phase.EXPAND))
                .filteredOn(statement -> !statement.startsWith("SELECT pg_catalog.pg_describe_object"))
                .map(statement -> statement.replaceAll("_[0-9a-f]{8}", ""))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN godwit_new_a bigint",
                        "CREATE OR REPLACE FUNCTION \"godwit_sync_a\"() RETURNS trigger LANGUAGE plpgsql AS $godwit_sync$",
                        "CREATE TRIGGER \"zz_godwit_sync\" BEFORE INSERT OR UPDATE ON \"t\" FOR EACH ROW EXECUTE FUNCTION"
                                + " \"godwit_sync_a\"()",
                        "ALTER TABLE \"t\" ENABLE ALWAYS TRIGGER \"zz_godwit_sync\"",
                        "UPDATE \"t\" SET \"godwit_new_a\" = \"a\" WHERE \"godwit_new_a\" IS NULL AND \"a\" IS NOT NULL",
                        "ALTER TABLE \"t\" RENAME COLUMN \"a\" TO \"godwit_old_a\"",
                        "ALTER TABLE \"t\" RENAME COLUMN \"godwit_new_a\" TO \"a\"",
                        "CREATE OR REPLACE FUNCTION \"godwit_sync_a\"() RETURNS trigger LANGUAGE plpgsql AS $godwit_sync$",
                        "ANALYZE \"t\"",
                        "CREATE OR REPLACE FUNCTION \"godwit_sync_a\"() RETURNS trigger LANGUAGE plpgsql AS $godwit_sync$");
        assertThat(statements(plan, Phase.CONTRACT))
                .map(statement -> statement.replaceAll("_[0-9a-f]{8}", ""))
                .containsExactly(
                        "DROP TRIGGER \"zz_godwit_sync\" ON \"t\"",
                        "DROP FUNCTION \"godwit_sync_a\"()",
                        "ALTER TABLE \"t\" DROP COLUMN \"godwit_old_a\"");
    }

    @Test
    void keepsTheNameForTheOldTypeWhereTheOldApplicationWouldNotice() {
        MigrationPlan plan = plan("ALTER TABLE t ALTER COLUMN a TYPE text", catalog("CREATE TABLE t (a int)"));

        assertThat(statements(plan, Phase.EXPAND)).noneMatch(statement -> statement.contains("RENAME"));
        assertThat(statements(plan, Phase.CONTRACT)).anyMatch(statement -> statement.contains("RENAME COLUMN \"a\""));
        assertThat(plan.statements().getFirst().why().orElse(""))
                .contains("a keeps the old one until godwit contract")
                .contains("godwit_new_a_");
    }

    @Test
    void runsAFreeChangeAsWritten() {
        assertThat(plan("ALTER TABLE t ALTER COLUMN a TYPE text", catalog("CREATE TABLE t (a varchar(10))"))
                        .isAsWritten())
                .isTrue();
    }

    @Test
    void putsTheColumnIntoExpressionsByToken() {
        MigrationPlan plan = plan(
                "ALTER TABLE t ALTER COLUMN a TYPE bigint",
                catalog(
                        "CREATE TABLE t (a int, b int)",
                        "CREATE INDEX i ON t (a, (abs(a) + b), lower('a'::text)) WHERE a > 0 AND a(b)::a IS NOT NULL"));

        assertThat(statements(plan, Phase.EXPAND))
                .map(statement -> statement.replaceAll("_[0-9a-f]{8}", ""))
                .contains("CREATE INDEX CONCURRENTLY \"godwit_new_+i\" ON t (godwit_new_a,"
                        + " (abs ( \"godwit_new_a\" ) + b), (lower('a'::text)))"
                        + " WHERE \"godwit_new_a\" > 0 and a ( b ) :: a is not null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        CREATE TABLE t (a int, EXCLUDE USING gist (a WITH =))                | bigint          | exclusion constraint
        CREATE TABLE u (b int); CREATE TABLE t (a int) INHERITS (u)          | bigint          | partitioned or inherited
        CREATE TABLE t (a int)                                               | int USING a * 2 | -- godwit:down a = <expression>
        CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t             | bigint          | view "v" uses column
        CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a) STORED)         | bigint          | a generated column is computed
        """)
    void saysWhyItCannot(String schema, String type, String why) {
        assertThatThrownBy(() -> plan("ALTER TABLE t ALTER COLUMN a TYPE " + type, catalog(schema.split("; ", -1))))
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining(why);
    }

    @Test
    void needsToKnowTheWholeTable() {
        assertThatThrownBy(
                        () -> plan("ALTER TABLE t ALTER COLUMN a TYPE bigint", Catalog.unknown(ENGINE.conventions())))
                .isInstanceOf(CannotPlanException.class)
                .hasMessageContaining("Plan with --url");
    }
}
