package dev.godwit.core.engine;

import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a human's decision on one migration into history and journal. */
final class Resolving {
    private final Project project;
    private final MigrationId id;
    private final Resolution resolution;
    private final Optional<MigrationStatus> status;

    Resolving(Project project, MigrationId id, Resolution resolution) {
        this.project = project;
        this.resolution = resolution;
        List<MigrationStatus> statuses = project.reconcile().statuses();
        this.id = statuses.stream().anyMatch(candidate -> candidate.id().equals(id))
                ? id
                : project.folder().meant(id).map(Migration::id).orElse(id);
        this.status = statuses.stream()
                .filter(candidate -> candidate.id().equals(this.id))
                .findFirst();
    }

    void check() {
        MigrationStatus known = status.orElseThrow(() -> new InvalidMigrationException("cannot resolve migration \""
                + id + "\": neither the folder nor the history has it. See them with: godwit status"));
        if (resolution == Resolution.APPLIED && known.migration().isEmpty()) {
            throw new InvalidMigrationException("cannot record migration \"" + id
                    + "\" as applied: the folder has no such file. Bring it back, or forget it with: godwit resolve --rolled-back "
                    + id);
        }
        boolean nothingToForget = known.entry().isEmpty() && known.state() != MigrationStatus.State.INTERRUPTED;
        if (resolution == Resolution.ROLLED_BACK && nothingToForget) {
            throw new InvalidMigrationException(
                    "cannot record migration \"" + id + "\" as rolled back: it is not recorded as applied");
        }
    }

    void write() {
        switch (resolution) {
            case APPLIED -> status.flatMap(MigrationStatus::migration).ifPresent(this::recordApplied);
            case ROLLED_BACK -> project.history().forget(project.session(), id, project.folder());
        }
        project.journal().clear(project.session(), id);
    }

    private void recordApplied(Migration migration) {
        boolean applied = status.map(MigrationStatus::state)
                .filter(state -> state == MigrationStatus.State.EDITED || state == MigrationStatus.State.APPLIED)
                .isPresent();
        if (applied) {
            project.history().repair(project.session(), migration);
        } else {
            project.history().applied(project.session(), migration, Duration.ZERO);
        }
    }
}
