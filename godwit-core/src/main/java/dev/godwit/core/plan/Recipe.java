package dev.godwit.core.plan;

import java.util.Optional;

/** One way to carry out statements of one kind without a stop. Stateless. */
public interface Recipe {
    /**
     * Returns what to run instead of the statement; empty where this recipe is not for it. An {@code ALTER TABLE} comes with one action.
     *
     * @throws CannotPlanException if it is for the statement, but cannot carry it out without a stop on this table
     */
    Optional<Rewrite> rewrite(PlanContext context);
}
