package dev.godwit.it.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Planner;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.it.TestDatabase;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.SqlSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe for PostgreSQL: both applications work all the time, the end is that of the statement as written, and the way back is exact. */
final class RecipesIT {
    private static final PostgresEngine ENGINE = new PostgresEngine();
    private static final Map<String, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);

    static Stream<Arguments> scenarios() {
        return onEach(RecipeScenarios.all().toList());
    }

    static Stream<Arguments> allScenarios() {
        return onEach(
                Stream.concat(RecipeScenarios.all(), RecipeScenarios.oneWay()).toList());
    }

    private static Stream<Arguments> onEach(List<Scenario> scenarios) {
        return Stream.of(Product.POSTGRES_18, Product.POSTGRES_14)
                .flatMap(product -> scenarios.stream()
                        .filter(scenario -> scenario.since() <= major(product))
                        .map(scenario -> Arguments.of(product, scenario)));
    }

    private static int major(Product product) {
        return product == Product.POSTGRES_14 ? 14 : 18;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("allScenarios")
    void endsWhereTheStatementAsWrittenEnds(Product product, Scenario scenario) {
        List<String> direct;
        try (Session session = copy(product, scenario).connect()) {
            scenario.directly().forEach(session::execute);
            session.execute(scenario.migration());
            direct = SchemaText.of(session);
        }
        TestDatabase database = copy(product, scenario);
        try (Session session = database.connect()) {
            MigrationPlan plan = plan(product, scenario, session);
            say(session, scenario.oldApplication());
            for (PlannedStep step : plan.steps(Phase.EXPAND)) {
                run(session, step.step());
                say(session, scenario.oldApplication());
            }
            say(session, scenario.newApplication());
            ask(session, scenario.expanded());
            plan.steps(Phase.CONTRACT).forEach(step -> run(session, step.step()));
            say(session, scenario.newApplication());
            ask(session, scenario.contracted());
            assertThat(SchemaText.of(session)).isEqualTo(direct);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("scenarios")
    void isTakenBackFromEveryStep(Product product, Scenario scenario) {
        int steps;
        try (Session session = copy(product, scenario).connect()) {
            steps = plan(product, scenario, session).steps(Phase.EXPAND).size();
        }
        for (int done = 1; done <= steps; done++) {
            TestDatabase database = copy(product, scenario);
            try (Session session = database.connect()) {
                List<String> before = SchemaText.of(session);
                List<String> tables = tables(session);
                List<PlannedStep> expand = plan(product, scenario, session).steps(Phase.EXPAND);
                for (PlannedStep step : expand.subList(0, done)) {
                    run(session, step.step());
                }
                say(session, scenario.oldApplication());
                if (done == steps) {
                    say(session, scenario.newApplication());
                }
                long rows = rows(session, tables);
                // A crash may also have hit the step behind these before it did anything.
                for (PlannedStep step :
                        expand.subList(0, Math.min(steps, done + 1)).reversed()) {
                    takeBack(session, step.step());
                }
                assertThat(SchemaText.of(session))
                        .as("taken back from step " + done)
                        .isEqualTo(before);
                assertThat(rows(session, tables)).as("rows after the way back").isEqualTo(rows);
                say(session, scenario.oldApplication());
            }
        }
    }

    private static MigrationPlan plan(Product product, Scenario scenario, Session session) {
        session.execute("ANALYZE");
        Catalog catalog = ENGINE.catalogReader().read(session);
        return Planner.plan(
                        ENGINE.planProduct(
                                new ServerVersion("postgres", major(product), 0, 0, String.valueOf(major(product)))),
                        ScriptText.whole(SqlSource.of("migration", scenario.migration())),
                        catalog)
                .plan();
    }

    private static void run(Session session, Step step) {
        try {
            switch (step) {
                case Step.Change change -> {
                    session.begin();
                    change.statements().forEach(session::execute);
                    session.commit();
                }
                case Step.Online online -> session.execute(online.statement());
                case Step.Batches batches -> session.execute(batches.statement());
                case Step.Check check ->
                    assertThat(session.query(check.query(), row -> String.valueOf(row.getString(1))))
                            .as(check.refusal())
                            .isEmpty();
                case Step.Setting setting -> session.execute(setting.statement());
            }
        } catch (DatabaseException e) {
            fail("cannot " + step.purpose() + ": " + step.statements(), e);
        }
    }

    private static void takeBack(Session session, Step step) {
        switch (step.back()) {
            case WayBack.None none -> fail("no way back from " + step.statements() + ": " + none.why());
            case WayBack.Statements back -> {
                for (String statement : back.statements()) {
                    try {
                        session.execute(statement);
                    } catch (DatabaseException e) {
                        fail("cannot take back " + step.statements() + " by " + statement, e);
                    }
                }
            }
        }
    }

    private static void say(Session session, List<String> statements) {
        for (String statement : statements) {
            String said = statement.replace("?", String.valueOf(NUMBER.incrementAndGet()));
            try {
                session.execute(said);
            } catch (DatabaseException e) {
                fail("the application cannot " + said, e);
            }
        }
    }

    private static void ask(Session session, List<String> questions) {
        for (String question : questions) {
            int arrow = question.lastIndexOf(" => ");
            String query = question.substring(0, arrow);
            assertThat(session.first(query, row -> String.valueOf(row.getString(1)))
                            .orElse("no row"))
                    .as(query)
                    .isEqualTo(question.substring(arrow + 4));
        }
    }

    private static List<String> tables(Session session) {
        return session.query(
                "SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')",
                row -> String.valueOf(row.getString(1)));
    }

    private static long rows(Session session, List<String> tables) {
        return tables.stream()
                .map(table -> session.first("SELECT " + table + "::regclass", row -> String.valueOf(row.getString(1)))
                        .orElseThrow())
                .mapToLong(table -> session.first("SELECT count(*) FROM " + table, row -> row.getLong(1))
                        .orElseThrow())
                .sum();
    }

    private static TestDatabase copy(Product product, Scenario scenario) {
        TestDatabase template = TEMPLATES.computeIfAbsent(product + scenario.name(), key -> {
            TestDatabase made = TestDatabase.fresh(product);
            made.execute(scenario.setup().toArray(String[]::new));
            return made;
        });
        return TestDatabase.copy(template);
    }
}
