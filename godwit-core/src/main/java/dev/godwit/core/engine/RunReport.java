package dev.godwit.core.engine;

import dev.godwit.core.execute.Direction;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.migration.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did, or would do.
 *
 * @param ran in the order in which they were run
 * @param upToDate how many the database had already
 * @param mode whether it was done at all
 * @param lint what was found in what is pending, where it was looked at
 */
public record RunReport(
        Direction direction, RunMode mode, List<Ran> ran, int upToDate, Duration took, Optional<LintReport> lint) {
    public RunReport {
        ran = List.copyOf(ran);
    }

    /** Returns the same with what was found in what is pending. */
    RunReport with(Optional<LintReport> found) {
        return new RunReport(direction, mode, ran, upToDate, took, found);
    }

    /**
     * One migration of the run.
     *
     * @param statements each statement, as it was or would be sent; only in a dry run, else empty
     */
    public record Ran(Migration migration, Duration took, List<PlannedUnit> statements) {
        public Ran {
            statements = List.copyOf(statements);
        }
    }

    /**
     * One unit of a dry run.
     *
     * @param transaction whether its statements share one transaction
     */
    public record PlannedUnit(TransactionUse transaction, List<String> statements) {
        public PlannedUnit {
            statements = List.copyOf(statements);
        }
    }

    /** How a unit stands to transactions. */
    public enum TransactionUse {
        ONE_TRANSACTION,
        NO_TRANSACTION
    }
}
