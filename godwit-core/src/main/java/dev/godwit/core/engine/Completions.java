package dev.godwit.core.engine;

import dev.godwit.core.db.Session;
import dev.godwit.core.execute.Completion;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.journal.PlanStore.Part;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what the history is to record of a run. */
final class Completions {
    private final Project project;

    Completions(Project project) {
        this.project = project;
    }

    Completion applying(Migration migration) {
        return new Applying(migration);
    }

    Completion contracting(Migration migration) {
        return new Contracting(migration);
    }

    Completion reverting(Migration migration) {
        return new Reverting(migration, previousOf(migration));
    }

    private Optional<Migration> previousOf(Migration migration) {
        List<MigrationId> applied = project.reconcile().statuses().stream()
                .filter(status -> status.entry().isPresent())
                .map(MigrationStatus::id)
                .toList();
        Optional<Migration> previous = Optional.empty();
        for (Migration candidate : project.folder().migrations()) {
            if (candidate.id().equals(migration.id())) {
                return previous;
            }
            if (applied.contains(candidate.id())) {
                previous = Optional.of(candidate);
            }
        }
        return previous;
    }

    /** The record of a migration that is applied. */
    private final class Applying implements Completion {
        private final Migration migration;

        Applying(Migration migration) {
            this.migration = migration;
        }

        @Override
        public void started(Session session) {
            project.history().started(session, migration);
        }

        @Override
        public void failed(Session session, Duration took) {
            project.history().failed(session, migration, took);
        }

        @Override
        public void withdrawn(Session session) {
            project.history().reverted(session, migration, previousOf(migration));
        }

        @Override
        public void record(Session session, Duration took) {
            project.history().applied(session, migration, took);
        }

        @Override
        public boolean isRecorded(Session session) {
            return project.history()
                    .read(session, project.folder())
                    .find(migration.id())
                    .isPresent();
        }
    }

    /** The record of a migration whose CONTRACT is done: its plan goes, and with it the way back. */
    private final class Contracting implements Completion {
        private final Migration migration;

        Contracting(Migration migration) {
            this.migration = migration;
        }

        @Override
        public void started(Session session) {}

        @Override
        public void failed(Session session, Duration took) {}

        @Override
        public void withdrawn(Session session) {}

        @Override
        public void record(Session session, Duration took) {
            project.plans().clear(session, migration.id());
        }

        @Override
        public boolean isRecorded(Session session) {
            return !project.plans().has(session, migration.id(), Part.CONTRACT);
        }
    }

    /** The record of a migration that is taken back: until its end, the history says that it is applied. */
    private final class Reverting implements Completion {
        private final Migration migration;
        private final Optional<Migration> previous;

        Reverting(Migration migration, Optional<Migration> previous) {
            this.migration = migration;
            this.previous = previous;
        }

        @Override
        public void started(Session session) {}

        @Override
        public void failed(Session session, Duration took) {}

        @Override
        public void withdrawn(Session session) {}

        @Override
        public void record(Session session, Duration took) {
            project.history().reverted(session, migration, previous);
            project.plans().clear(session, migration.id());
        }

        @Override
        public boolean isRecorded(Session session) {
            return project.history()
                    .read(session, project.folder())
                    .find(migration.id())
                    .isEmpty();
        }
    }
}
