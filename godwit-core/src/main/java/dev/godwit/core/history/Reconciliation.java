package dev.godwit.core.history;

import dev.godwit.core.history.MigrationStatus.State;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.Kind;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder and a history laid side by side.
 *
 * @param statuses in the order of the folder; what only the history knows follows
 */
public record Reconciliation(List<MigrationStatus> statuses) {
    public Reconciliation {
        statuses = List.copyOf(statuses);
    }

    /**
     * Compares them; linear in their sizes.
     *
     * @param interrupted the migrations that the journal says were left half done
     */
    public static Reconciliation of(MigrationFolder folder, History history, Set<MigrationId> interrupted) {
        Map<MigrationId, AppliedMigration> entries = new LinkedHashMap<>();
        history.entries().forEach(entry -> entries.put(entry.id(), entry));
        int lowest = startsAfter(folder, entries);
        int newest = newestApplied(folder, entries);
        List<MigrationStatus> statuses = new ArrayList<>();
        int place = 0;
        for (Migration migration : folder.migrations()) {
            Optional<AppliedMigration> entry = Optional.ofNullable(entries.remove(migration.id()));
            State state = state(
                    migration,
                    entry,
                    place < lowest || isLateBaseline(migration, history),
                    place < newest,
                    interrupted);
            statuses.add(new MigrationStatus(migration.id(), state, Optional.of(migration), entry));
            place++;
        }
        for (AppliedMigration left : entries.values()) {
            State state = left.state() == AppliedMigration.State.BASELINE ? State.APPLIED : State.MISSING;
            statuses.add(new MigrationStatus(left.id(), state, Optional.empty(), Optional.of(left)));
        }
        return new Reconciliation(statuses);
    }

    /** Returns the same, where those of the applied ones whose CONTRACT is still to come are {@link State#EXPANDED}. */
    public Reconciliation withExpanded(Set<MigrationId> expanded) {
        return new Reconciliation(statuses.stream()
                .map(status -> status.state() == State.APPLIED && expanded.contains(status.id())
                        ? new MigrationStatus(status.id(), State.EXPANDED, status.migration(), status.entry())
                        : status)
                .toList());
    }

    private static State state(
            Migration migration,
            Optional<AppliedMigration> entry,
            boolean belowBaseline,
            boolean belowNewest,
            Set<MigrationId> interrupted) {
        if (interrupted.contains(migration.id())) {
            return State.INTERRUPTED;
        }
        if (entry.isPresent()) {
            return recorded(migration, entry.get());
        }
        return switch (migration.kind()) {
            case REPEATABLE -> State.PENDING;
            case BASELINE, VERSIONED -> {
                if (belowBaseline) {
                    yield State.BELOW_BASELINE;
                }
                yield belowNewest ? State.OUT_OF_ORDER : State.PENDING;
            }
        };
    }

    private static State recorded(Migration migration, AppliedMigration entry) {
        return switch (entry.state()) {
            case FAILED -> State.FAILED;
            case BASELINE -> State.APPLIED;
            case APPLIED -> {
                boolean same =
                        entry.checksum().map(migration.checksum()::equals).orElse(true);
                if (same) {
                    yield State.APPLIED;
                }
                yield migration.kind() == Kind.REPEATABLE ? State.CHANGED : State.EDITED;
            }
        };
    }

    // A recorded baseline covers all before it; on an empty history the newest baseline migration does.
    private static int startsAfter(MigrationFolder folder, Map<MigrationId, AppliedMigration> entries) {
        int start = 0;
        boolean fresh = entries.isEmpty();
        for (int i = 0; i < folder.migrations().size(); i++) {
            Migration migration = folder.migrations().get(i);
            AppliedMigration entry = entries.get(migration.id());
            boolean recordedBaseline = entry != null
                    && (entry.state() == AppliedMigration.State.BASELINE || migration.kind() == Kind.BASELINE);
            if (recordedBaseline || (fresh && migration.kind() == Kind.BASELINE)) {
                start = i;
            }
        }
        return start;
    }

    // A baseline migration stands for a whole history: it never runs on a database that has one.
    private static boolean isLateBaseline(Migration migration, History history) {
        return migration.kind() == Kind.BASELINE && !history.entries().isEmpty();
    }

    private static int newestApplied(MigrationFolder folder, Map<MigrationId, AppliedMigration> entries) {
        int newest = 0;
        for (int i = 0; i < folder.migrations().size(); i++) {
            Migration migration = folder.migrations().get(i);
            AppliedMigration entry = entries.get(migration.id());
            if (migration.kind() != Kind.REPEATABLE
                    && entry != null
                    && entry.state() != AppliedMigration.State.FAILED) {
                newest = i;
            }
        }
        return newest;
    }

    /** Returns what a run would apply, in order, once {@link #problems} is empty. */
    public List<Migration> pending() {
        return statuses.stream()
                .filter(status -> switch (status.state()) {
                    case PENDING, CHANGED, INTERRUPTED, OUT_OF_ORDER -> true;
                    case APPLIED, EXPANDED, BELOW_BASELINE, EDITED, MISSING, FAILED -> false;
                })
                .flatMap(status -> status.migration().stream())
                .toList();
    }

    /** Returns how many are applied and unchanged. */
    public int applied() {
        return (int) statuses.stream()
                .filter(status -> status.state() == State.APPLIED || status.state() == State.EXPANDED)
                .count();
    }

    /** Returns everything that must be settled before a run, each with the next action. */
    public List<Problem> problems(Order order) {
        List<Problem> problems = new ArrayList<>();
        for (MigrationStatus status : statuses) {
            String file =
                    status.migration().map(Migration::file).orElse(status.id().value());
            String message = switch (status.state()) {
                case EDITED ->
                    "it was edited after it had been applied (recorded checksum "
                            + status.entry().flatMap(AppliedMigration::checksum).orElse("none") + ", file "
                            + status.migration().map(Migration::checksum).orElse("none")
                            + "). Put the applied text back and write a new migration, or accept the file as it is:"
                            + " godwit resolve --applied " + status.id();
                case MISSING ->
                    "it is recorded as applied, but the folder has no such migration. Bring the file back, or forget it:"
                            + " godwit resolve --rolled-back " + status.id();
                case OUT_OF_ORDER ->
                    order == Order.ANY
                            ? ""
                            : "it is older than the newest applied migration but was never applied."
                                    + " Give it a newer version, or run it all the same with --out-of-order";
                case FAILED ->
                    "its tool recorded that it failed or was interrupted half way. Look at the database, then say how it stands:"
                            + " godwit resolve --applied " + status.id() + " or godwit resolve --rolled-back "
                            + status.id();
                case APPLIED, EXPANDED, PENDING, CHANGED, BELOW_BASELINE, INTERRUPTED -> "";
            };
            if (!message.isEmpty()) {
                problems.add(new Problem(file, message));
            }
        }
        return problems;
    }

    /** Whether migrations may run out of order. */
    public enum Order {
        STRICT,
        ANY
    }
}
