package dev.godwit.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.core.catalog.FakeConventions;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.lint.LintSettings.Levels;
import dev.godwit.core.lint.LintSettings.PathLevels;
import dev.godwit.core.lint.StatementContext.Transaction;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinterTest {
    private static final ServerVersion VERSION = new ServerVersion("postgres", 16, 0, 0, "16");
    private static final RuleInfo TRUNCATES = RuleInfo.error("truncate", Category.DATA_LOSS, "TRUNCATE loses all rows");
    private static final RuleInfo SELECTS = RuleInfo.info("select", Category.STYLE, "A query");
    private static final RuleInfo BACK = RuleInfo.warn("back", Category.REVERSIBILITY, "A way back");

    private final List<StatementContext> seen = new ArrayList<>();
    private LintSettings settings = settings(Levels.NONE);

    private static LintSettings settings(Levels levels, PathLevels... paths) {
        return new LintSettings(
                levels,
                List.of(paths),
                Map.of(),
                () -> Set.of(new RuleId("truncate"), new RuleId("select"), new RuleId("other")));
    }

    /** Finds by the first word of the text. */
    private record Words(RuleInfo info, String word, List<StatementContext> seen) implements Rule {
        @Override
        public Stream<Found> check(StatementContext statement) {
            seen.add(statement);
            return Stream.of(statement)
                    .filter(one -> one.text().startsWith(word))
                    .map(one -> Found.at(one, "it says " + word));
        }
    }

    /** Breaks down on some statements, on files and on the folder. */
    private record Broken(RuleInfo info) implements Rule {
        @Override
        public Stream<Found> check(StatementContext statement) {
            return Stream.of(statement)
                    .filter(one -> one.text().startsWith("TRUNCATE"))
                    .map(one -> {
                        throw new IllegalStateException("no table " + one.text());
                    });
        }

        @Override
        public Stream<Found> check(FileContext file) {
            return nested(0);
        }

        @Override
        public Stream<Found> check(FolderContext folder) {
            throw new IllegalStateException();
        }

        // Deeper than any stack, as a rule that descends into a deep statement.
        private static Stream<Found> nested(int depth) {
            return depth == Integer.MAX_VALUE ? Stream.empty() : Stream.concat(nested(depth + 1), Stream.empty());
        }
    }

    private static Effects effects(Statement statement) {
        return Effects.none(
                statement instanceof Statement.Maintenance
                        ? Transactionality.OUTSIDE_ONLY
                        : Transactionality.TRANSACTIONAL);
    }

    private Linter linter() {
        return linter(List.of());
    }

    private Linter linter(List<Rule> more) {
        List<Rule> rules = new ArrayList<>(more);
        rules.addAll(List.of(
                new Words(TRUNCATES, "TRUNCATE", seen),
                new Words(SELECTS, "SELECT", new ArrayList<>()),
                new Words(BACK, "DELETE", new ArrayList<>())));
        rules.addAll(ToolRules.all());
        var product = new LintProduct(
                new PostgresDialect(),
                new FakeConventions(),
                (statement, before, version) -> effects(statement),
                VERSION,
                rules);
        return new Linter(product, settings);
    }

    private static LintScript script(String name, String text) {
        return LintScript.loose(ScriptText.whole(SqlSource.of(name, text)));
    }

    private List<String> lint(String text) {
        return lint(LintInput.of(List.of(script("a.sql", text))));
    }

    private List<String> lint(LintInput input) {
        return linter().lint(input).findings().stream().map(LinterTest::shown).toList();
    }

    private static String shown(Finding finding) {
        Finding.Place place = finding.place().orElseThrow();
        return finding.severity().name().charAt(0) + " " + finding.rule().id() + " " + place.file() + ":" + place.line()
                + ":" + place.column();
    }

    @Test
    void findsStatementsWithTheirPlaces() {
        LintReport report = linter().lint(
                        LintInput.of(List.of(script("a.sql", "SELECT 1;\n/* ä */ TRUNCATE\n users;\nTRUNCATE b;"))));

        assertThat(report.findings())
                .extracting(LinterTest::shown)
                .containsExactly("E truncate a.sql:2:9", "E truncate a.sql:4:1");
        Finding.Place first = report.findings().getFirst().place().orElseThrow();
        assertThat(first.text()).isEqualTo("TRUNCATE\n users");
        assertThat(first.lines()).containsExactly("/* ä */ TRUNCATE");
        assertThat(first.endColumn()).isEqualTo(17);
        assertThat(report.statements()).isEqualTo(3);
        assertThat(report.has(Severity.ERROR)).isTrue();
    }

    @Test
    void goesOnWhereARuleBreaksDown() {
        RuleInfo broken = RuleInfo.info("broken", Category.LOCK, "It breaks down");
        LintReport report = linter(List.of(new Broken(broken)))
                .lint(LintInput.of(List.of(script("a.sql", "TRUNCATE a;\nSELECT 1;\nTRUNCATE b;"))));

        assertThat(report.findings().stream().filter(finding -> finding.place().isPresent()))
                .extracting(LinterTest::shown)
                .containsExactlyInAnyOrder(
                        "E rule-failed a.sql:1:1",
                        "E truncate a.sql:1:1",
                        "E rule-failed a.sql:3:1",
                        "E truncate a.sql:3:1",
                        "E rule-failed a.sql:1:1");
        List<Finding> failed = report.findings().stream()
                .filter(finding -> finding.rule().equals(ToolRules.FAILED))
                .toList();
        assertThat(failed)
                .extracting(Finding::happens)
                .anySatisfy(text -> assertThat(text)
                        .startsWith(
                                "the rule \"broken\" could not judge this statement: IllegalStateException: no table"
                                        + " TRUNCATE b (LinterTest.java:"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("the rule \"broken\" could not judge this file: StackOverflowError"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("the rule \"broken\" could not judge the folder: IllegalStateException"));
        assertThat(failed)
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.because()).contains("Report it to the project"));
        assertThat(report.has(Severity.ERROR)).isTrue();
    }

    @Test
    void asksForStyleOnlyOnRequest() {
        assertThat(lint("SELECT 1")).isEmpty();
        settings = settings(new Levels(Map.of(), Map.of(Category.STYLE, Level.WARN), Optional.empty()));
        assertThat(lint("SELECT 1")).containsExactly("W select a.sql:1:1");
        settings = settings(new Levels(Map.of(), Map.of(), Optional.of(Level.INFO)));
        assertThat(lint("SELECT 1; TRUNCATE a")).containsExactly("I truncate a.sql:1:11");
    }

    @Test
    void theLastPathThatNamesTheRuleCounts() {
        var off = new Levels(Map.of(), Map.of(), Optional.of(Level.OFF));
        var info = new Levels(Map.of(new RuleId("truncate"), Level.INFO), Map.of(), Optional.empty());
        settings = settings(Levels.NONE, PathLevels.of("legacy/**", off), PathLevels.of("b*.sql", info));
        LintInput input = LintInput.of(List.of(
                script("db/legacy/a.sql", "TRUNCATE a"),
                script("db/legacy/b.sql", "TRUNCATE a"),
                script("c.sql", "TRUNCATE a")));
        assertThat(lint(input)).containsExactly("I truncate db/legacy/b.sql:1:1", "E truncate c.sql:1:1");
    }

    @Test
    void anAllowIsForTheStatementBehindItOrBeforeItOnItsLine() {
        assertThat(lint("-- godwit:allow truncate -- it is a cache\nTRUNCATE a;\nTRUNCATE b;"))
                .containsExactly("E truncate a.sql:3:1");
        assertThat(lint("TRUNCATE a;\nTRUNCATE b; -- godwit:allow truncate -- it is a cache\nTRUNCATE c;"))
                .containsExactly("E truncate a.sql:1:1", "E truncate a.sql:3:1");
        assertThat(lint("TRUNCATE a;\n/* godwit:allow truncate, other -- why */\nTRUNCATE b;"))
                .containsExactly("E truncate a.sql:1:1");
        assertThat(lint("SELECT 1;\nTRUNCATE a;\n-- godwit:allow-file truncate -- caches\nTRUNCATE b;"))
                .isEmpty();
    }

    @Test
    void allowsAreJudgedThemselves() {
        assertThat(lint("-- godwit:allow truncate\nTRUNCATE a;"))
                .containsExactly("W suppression-requires-reason a.sql:1:1");
        assertThat(lint("-- godwit:allow truncate -- why\nSELECT 1;"))
                .containsExactly("W unused-suppression a.sql:1:1");
        assertThat(lint("-- godwit:allow truncat -- why\nTRUNCATE a;"))
                .containsExactly("W suppression-of-unknown-rule a.sql:1:1", "E truncate a.sql:2:1");
        assertThat(lint("-- godwit:allow other -- another product\nSELECT 1;")).isEmpty();
        assertThat(lint("SELECT 'x -- godwit:allow truncat';")).isEmpty();
    }

    @Test
    void ofWhatIsOnlyHistoryNothingIsTold() {
        LintInput input = LintInput.of(List.of(script("a.sql", "TRUNCATE a"), script("b.sql", "TRUNCATE b")));
        LintReport report = linter().lint(input.judging("b.sql"::equals));
        assertThat(report.findings()).extracting(LinterTest::shown).containsExactly("E truncate b.sql:1:1");
        assertThat(report.files()).containsExactly("b.sql");
        assertThat(seen.getFirst().file().folder().files()).hasSize(2);
    }

    @Test
    void refusesTextsThatAreNoSql() {
        assertThatExceptionOfType(InvalidMigrationException.class)
                .isThrownBy(() -> lint("Dear reader, this is a letter; not more."))
                .withMessageContaining("there is no SQL in it");
        assertThatExceptionOfType(InvalidMigrationException.class)
                .isThrownBy(() -> lint("\u0000\u0001ELF"))
                .withMessageContaining("it is binary");
        assertThat(lint("")).isEmpty();
        assertThat(lint("-- nothing\n")).isEmpty();
    }

    private List<String> transactions(TransactionMode mode, String text) {
        seen.clear();
        var source = ScriptText.whole(SqlSource.of("a.sql", text));
        var migration = new Migration(
                new MigrationId("1"), "", Migration.Kind.VERSIONED, "a.sql", "", mode, () -> source, Optional.empty());
        LintScript script = LintScript.up(migration);
        linter().lint(LintInput.of(List.of(script)));
        return seen.stream()
                .map(StatementContext::transaction)
                .map(one -> letter(one) + one.first() + "-" + one.last())
                .toList();
    }

    private static String letter(Transaction transaction) {
        return transaction.origin() == Origin.NONE
                ? "N"
                : transaction.origin().name().substring(0, 1);
    }

    @Test
    void theRunnerPutsWhatItCanIntoOneTransaction() {
        assertThat(transactions(TransactionMode.AUTOMATIC, "SELECT 1; SELECT 2; VACUUM; SELECT 3"))
                .containsExactly("R0-1", "R0-1", "N2-2", "R3-3");
        assertThat(transactions(TransactionMode.NONE, "SELECT 1; SELECT 2")).containsExactly("N0-0", "N1-1");
    }

    @Test
    void theAuthorsTransactionEndsAtItsCommit() {
        assertThat(transactions(TransactionMode.AUTOMATIC, "SELECT 1; BEGIN; VACUUM; COMMIT; SELECT 2"))
                .containsExactly("R0-0", "A1-3", "A1-3", "A1-3", "R4-4");
        assertThat(transactions(TransactionMode.NONE, "BEGIN; SELECT 1")).containsExactly("A0-1", "A0-1");
        assertThat(transactions(TransactionMode.NONE, "COMMIT; SELECT 1")).containsExactly("N0-0", "N1-1");
    }

    @Test
    void statementsKnowTheirNeighboursInTheTransaction() {
        transactions(TransactionMode.AUTOMATIC, "SELECT 1; VACUUM; SELECT 2; SELECT 3; SELECT 4");
        StatementContext third = seen.get(3);
        assertThat(third.earlierInTransaction())
                .extracting(StatementContext::index)
                .containsExactly(2);
        assertThat(third.laterInTransaction())
                .extracting(StatementContext::index)
                .containsExactly(4);
        assertThat(seen.get(1).laterInTransaction()).isEmpty();
    }
}
