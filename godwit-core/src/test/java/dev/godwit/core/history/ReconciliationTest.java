package dev.godwit.core.history;

import static dev.godwit.core.migration.TestMigrations.folder;
import static dev.godwit.core.migration.TestMigrations.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.history.Reconciliation.Order;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.Kind;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import dev.godwit.core.migration.TestMigrations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {
    // Folder: 3 is versioned, B3 a baseline, R-x repeatable. History: id, then ! failed, _ baseline, ~ with another
    // checksum, ? without one. Journal: what was left half done.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # folder    | history     | journal | statuses                                    | to run
                    -           | -           | -       | -                                           | -
                    1 2         | -           | -       | 1 PENDING, 2 PENDING                        | 1 2
                    1 2         | 1           | -       | 1 APPLIED, 2 PENDING                        | 2
                    1 2         | 1? 2        | -       | 1 APPLIED, 2 APPLIED                        | -
                    1 2         | 1~          | -       | 1 EDITED, 2 PENDING                         | 2
                    1 2 3       | 1 3         | -       | 1 APPLIED, 2 OUT_OF_ORDER, 3 APPLIED        | 2
                    1 2         | 2           | -       | 1 OUT_OF_ORDER, 2 APPLIED                   | 1
                    1 2         | 1!          | -       | 1 FAILED, 2 PENDING                         | 2
                    1 2         | 2!          | -       | 1 PENDING, 2 FAILED                         | 1
                    1 2         | -           | 1       | 1 INTERRUPTED, 2 PENDING                    | 1 2
                    1 2         | 1!          | 1       | 1 INTERRUPTED, 2 PENDING                    | 1 2
                    1 2         | 1 2         | 2       | 1 APPLIED, 2 INTERRUPTED                    | 2
                    2           | 1 2         | -       | 2 APPLIED, 1 MISSING                        | -
                    -           | 1 9!        | -       | 1 MISSING, 9 MISSING                        | -
                    1 2 3       | 2_          | -       | 1 BELOW_BASELINE, 2 APPLIED, 3 PENDING      | 3
                    1 2 3       | 1_ 2_       | -       | 1 APPLIED, 2 APPLIED, 3 PENDING             | 3
                    2 3         | 1_          | -       | 2 PENDING, 3 PENDING, 1 APPLIED             | 2 3
                    1 2 B2 3    | -           | -       | 1 BELOW_BASELINE, 2 BELOW_BASELINE, B2 PENDING, 3 PENDING | B2 3
                    1 B1 2 B2 3 | -           | -       | 1 BELOW_BASELINE, B1 BELOW_BASELINE, 2 BELOW_BASELINE, B2 PENDING, 3 PENDING | B2 3
                    1 2 B2 3    | B2          | -       | 1 BELOW_BASELINE, 2 BELOW_BASELINE, B2 APPLIED, 3 PENDING | 3
                    1 2 B2 3    | 1           | -       | 1 APPLIED, 2 PENDING, B2 BELOW_BASELINE, 3 PENDING | 2 3
                    1 2 B2 3    | 1 2 3       | -       | 1 APPLIED, 2 APPLIED, B2 BELOW_BASELINE, 3 APPLIED | -
                    1 R-x       | -           | -       | 1 PENDING, R-x PENDING                      | 1 R-x
                    1 2 R-x     | 1 R-x       | -       | 1 APPLIED, 2 PENDING, R-x APPLIED           | 2
                    1 R-x       | 1 R-x~      | -       | 1 APPLIED, R-x CHANGED                      | R-x
                    1 R-x       | 1 R-x!      | -       | 1 APPLIED, R-x FAILED                       | -
                    """)
    void laysFolderAndHistorySideBySide(
            @Nullable String folder,
            @Nullable String history,
            @Nullable String journal,
            @Nullable String statuses,
            @Nullable String toRun) {
        Reconciliation found = Reconciliation.of(
                folderOf(folder),
                historyOf(history),
                words(journal).map(MigrationId::new).collect(Collectors.toSet()));
        assertThat(found.statuses().stream().map(status -> status.id() + " " + status.state()))
                .containsExactly(statuses == null ? new String[0] : statuses.split(", "));
        assertThat(found.pending().stream().map(migration -> migration.id().value()))
                .containsExactlyElementsOf(words(toRun).toList());
    }

    @Test
    void saysOfEachProblemWhatToDo() {
        MigrationFolder folder = folder(versioned("1"), versioned("2"), versioned("3"), versioned("4"));
        Reconciliation found = Reconciliation.of(folder, historyOf("1~ 3 4! 9"), Set.of());
        assertThat(found.problems(Order.STRICT))
                .containsExactly(
                        new Problem(
                                "1.sql",
                                "it was edited after it had been applied (recorded checksum other, file sum1)."
                                        + " Put the applied text back and write a new migration, or accept the file as it is:"
                                        + " godwit resolve --applied 1"),
                        new Problem(
                                "2.sql",
                                "it is older than the newest applied migration but was never applied."
                                        + " Give it a newer version, or run it all the same with --out-of-order"),
                        new Problem(
                                "4.sql",
                                "its tool recorded that it failed or was interrupted half way. Look at the database, then say how"
                                        + " it stands: godwit resolve --applied 4 or godwit resolve --rolled-back 4"),
                        new Problem(
                                "9",
                                "it is recorded as applied, but the folder has no such migration. Bring the file back, or forget"
                                        + " it: godwit resolve --rolled-back 9"));
    }

    @Test
    void letsOlderOnesRunWhereTheUserAllowsIt() {
        Reconciliation found = Reconciliation.of(folder(versioned("1"), versioned("2")), historyOf("2"), Set.of());
        assertThat(found.problems(Order.STRICT)).extracting(Problem::file).containsExactly("1.sql");
        assertThat(found.problems(Order.ANY)).isEmpty();
    }

    @Test
    void findsNoProblemInWhatItGoesOnWith() {
        Reconciliation found =
                Reconciliation.of(folderOf("1 2 B2 3 R-x"), historyOf("2_ R-x~"), Set.of(new MigrationId("3")));
        assertThat(found.problems(Order.STRICT)).isEmpty();
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null ? Stream.empty() : Arrays.stream(text.split(" "));
    }

    private static MigrationFolder folderOf(@Nullable String ids) {
        return folder(words(ids).map(ReconciliationTest::migration).toArray(Migration[]::new));
    }

    private static Migration migration(String id) {
        Kind kind = switch (id.charAt(0)) {
            case 'B' -> Kind.BASELINE;
            case 'R' -> Kind.REPEATABLE;
            default -> Kind.VERSIONED;
        };
        return TestMigrations.of(kind, id, "sum" + id);
    }

    private static History historyOf(@Nullable String entries) {
        List<AppliedMigration> applied =
                words(entries).map(ReconciliationTest::entry).toList();
        return new History(!applied.isEmpty(), applied);
    }

    private static AppliedMigration entry(String text) {
        String id = text.replaceAll("[!_~?]", "");
        AppliedMigration.State state = text.endsWith("!")
                ? AppliedMigration.State.FAILED
                : text.endsWith("_") ? AppliedMigration.State.BASELINE : AppliedMigration.State.APPLIED;
        Optional<String> checksum =
                text.endsWith("?") ? Optional.empty() : Optional.of(text.endsWith("~") ? "other" : "sum" + id);
        return new AppliedMigration(
                new MigrationId(id), "", state, checksum, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
