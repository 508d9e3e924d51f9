package dev.godwit.formats;

import dev.godwit.core.history.AppliedMigration;
import dev.godwit.core.history.AppliedMigration.State;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows of Flyway's table, read from the first to the last, say of each migration. */
final class FlywayRows {
    /** What a row is about; the same for {@code 1.0} and {@code 1}. */
    private sealed interface Subject {
        record Versioned(FlywayVersion version) implements Subject {}

        record Baseline(FlywayVersion version) implements Subject {}

        record Repeatable(String description) implements Subject {}
    }

    private final Map<Subject, FlywayRow> current = new LinkedHashMap<>();
    private final Optional<FlywayRow> mark;

    FlywayRows(List<FlywayRow> rows) {
        Optional<FlywayRow> lastMark = Optional.empty();
        for (FlywayRow row : rows) {
            if (row.type().equals("SCHEMA") || row.type().equals("TABLE")) {
                continue;
            }
            if (row.type().endsWith("BASELINE") && row.state() == State.APPLIED) {
                lastMark = Optional.of(row);
            }
            apply(row);
        }
        mark = lastMark;
    }

    private void apply(FlywayRow row) {
        Subject subject = subject(row);
        boolean removes = row.type().equals("DELETE") || row.type().startsWith("UNDO");
        if (removes && row.state() == State.APPLIED) {
            current.remove(subject);
        } else if (!removes && !row.type().equals("BASELINE")) {
            current.remove(subject);
            current.put(subject, row);
        }
    }

    private static Subject subject(FlywayRow row) {
        if (row.version().isEmpty()) {
            return new Subject.Repeatable(row.description());
        }
        FlywayVersion version = FlywayVersion.of(row.version().get());
        return row.type().endsWith("_BASELINE") ? new Subject.Baseline(version) : new Subject.Versioned(version);
    }

    /** Returns the row that tells of a migration, if there is one. */
    List<FlywayRow> of(MigrationId id) {
        return current.entrySet().stream()
                .filter(entry -> id(entry.getKey(), entry.getValue()).equals(id))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the history; below a baseline every migration of the folder has an entry. */
    List<AppliedMigration> entries(MigrationFolder folder) {
        Map<Subject, MigrationId> ids = new HashMap<>();
        List<AppliedMigration> entries = new ArrayList<>();
        for (Migration migration : folder.migrations()) {
            Subject subject = subject(migration);
            ids.put(subject, migration.id());
            if (subject instanceof Subject.Versioned one
                    && isBelowMark(one.version())
                    && !current.containsKey(subject)) {
                entries.add(baseline(migration.id(), migration.description()));
            }
        }
        mark.filter(row -> row.type().equals("BASELINE"))
                .filter(row -> !ids.containsKey(subject(row)))
                .ifPresent(row -> entries.add(baseline(id(subject(row), row), row.description())));
        current.forEach((subject, row) -> entries.add(new AppliedMigration(
                ids.getOrDefault(subject, id(subject, row)),
                row.description(),
                row.state(),
                row.checksum(),
                row.at(),
                Optional.of(row.took()),
                row.by())));
        return entries;
    }

    private boolean isBelowMark(FlywayVersion version) {
        return mark.flatMap(FlywayRow::version)
                .filter(top -> version.compareTo(FlywayVersion.of(top)) <= 0)
                .isPresent();
    }

    private AppliedMigration baseline(MigrationId id, String description) {
        FlywayRow row = mark.orElseThrow();
        return new AppliedMigration(
                id, description, State.BASELINE, Optional.empty(), row.at(), Optional.empty(), row.by());
    }

    private static Subject subject(Migration migration) {
        String id = migration.id().value();
        return switch (migration.kind()) {
            case VERSIONED -> new Subject.Versioned(FlywayVersion.of(id));
            case BASELINE -> new Subject.Baseline(FlywayVersion.of(id.substring(FlywayHistory.BASELINE.length())));
            case REPEATABLE -> new Subject.Repeatable(migration.description());
        };
    }

    private static MigrationId id(Subject subject, FlywayRow row) {
        String version = row.version().orElse("");
        return new MigrationId(
                switch (subject) {
                    case Subject.Versioned versioned -> version;
                    case Subject.Baseline baseline -> FlywayHistory.BASELINE + version;
                    case Subject.Repeatable repeatable -> "R__" + repeatable.description();
                });
    }
}
