package dev.godwit.core.plan;

import dev.godwit.sql.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * What is run for a migration.
 *
 * @param file the name of the text that it was made of
 */
public record MigrationPlan(String file, List<Written> statements, List<PlannedStep> steps) {
    public MigrationPlan {
        statements = List.copyOf(statements);
        steps = List.copyOf(steps);
    }

    /**
     * A statement of the file.
     *
     * @param span where it stands in the file
     * @param line of its begin, from 1
     * @param why what is done instead of it and why; empty where it is run as written
     */
    public record Written(String text, SourceSpan span, int line, Optional<String> why) {
        /** Tells whether something else is run. */
        public boolean isRewritten() {
            return why.isPresent();
        }
    }

    /** Tells whether the file is run just as it stands. */
    public boolean isAsWritten() {
        return statements.stream().noneMatch(Written::isRewritten);
    }

    /** Returns the steps of a phase, in order. */
    public List<PlannedStep> steps(Phase phase) {
        return steps.stream().filter(step -> step.phase() == phase).toList();
    }
}
