package dev.godwit.core.engine;

import dev.godwit.core.execute.Direction;
import dev.godwit.core.migration.Migration;
import java.time.Duration;
import java.util.List;

/**
 * What a run did, or would do.
 *
 * @param ran in the order in which they were run
 * @param upToDate how many the database had already
 * @param mode whether it was done at all
 */
public record RunReport(Direction direction, RunMode mode, List<Ran> ran, int upToDate, Duration took) {
    public RunReport {
        ran = List.copyOf(ran);
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
