package dev.godwit.core.engine;

import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses which migrations a rollback takes back, newest first. */
final class Rollbacks {
    private static final String ALL = "0";

    private Rollbacks() {}

    static List<Migration> choose(
            RollbackTarget target, MigrationFolder folder, Reconciliation reconciliation, UndoPlan undo) {
        List<Migration> applied = reconciliation.statuses().stream()
                .filter(Rollbacks::canBeTakenBack)
                .flatMap(status -> status.migration().stream())
                .filter(migration -> migration.kind() == Migration.Kind.VERSIONED)
                .toList()
                .reversed();
        List<Migration> chosen = switch (target) {
            case RollbackTarget.Steps steps -> applied.subList(0, Math.min(steps.count(), applied.size()));
            case RollbackTarget.To to -> after(to.id(), applied, folder);
        };
        refuseOneWay(chosen, undo);
        return chosen;
    }

    private static boolean canBeTakenBack(MigrationStatus status) {
        return switch (status.state()) {
            case APPLIED, EXPANDED, INTERRUPTED, EDITED -> true;
            case PENDING, OUT_OF_ORDER, CHANGED, BELOW_BASELINE, FAILED, MISSING -> false;
        };
    }

    private static List<Migration> after(MigrationId id, List<Migration> applied, MigrationFolder folder) {
        if (id.value().equals(ALL) && folder.find(id).isEmpty()) {
            return applied;
        }
        Migration stays = folder.meant(id)
                .orElseThrow(() -> new InvalidMigrationException("cannot roll back to \"" + id + "\": folder \""
                        + folder.directory() + "\" has no such version. See them with: godwit status"));
        Set<MigrationId> staying = folder.upTo(stays);
        return applied.stream()
                .filter(migration -> !staying.contains(migration.id()))
                .toList();
    }

    private static void refuseOneWay(List<Migration> chosen, UndoPlan undo) {
        chosen.stream().filter(undo::isFor).forEach(undo::steps);
        List<Migration> oneWay = chosen.stream()
                .filter(migration -> migration.down().isEmpty() && !undo.isFor(migration))
                .toList();
        if (!oneWay.isEmpty()) {
            throw new InvalidMigrationException(
                    "cannot roll back: "
                            + oneWay.stream()
                                    .map(migration -> "\"" + migration.displayName() + "\" (" + migration.file() + ")")
                                    .collect(Collectors.joining(", "))
                            + (oneWay.size() == 1 ? " has" : " have")
                            + " no way back. Nothing was changed. Write the down script, roll back fewer steps, or write a new migration that undoes it");
        }
    }
}
