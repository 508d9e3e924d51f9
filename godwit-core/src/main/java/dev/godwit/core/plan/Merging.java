package dev.godwit.core.plan;

import dev.godwit.core.effect.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts neighbouring changes of one table's definition into one transaction, so that the table is locked once. */
final class Merging {
    private Merging() {}

    static List<PlannedStep> merged(List<PlannedStep> steps) {
        List<PlannedStep> merged = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (!merged.isEmpty() && fit(merged.getLast(), step)) {
                merged.set(merged.size() - 1, merged.getLast().and(step));
            } else {
                merged.add(step);
            }
        }
        return merged;
    }

    // Two strong locks in one transaction could wait for each other, and work would be done while a lock is held.
    private static boolean fit(PlannedStep one, PlannedStep next) {
        if (one.phase() != next.phase() || !isBrief(one) || !isBrief(next)) {
            return false;
        }
        Set<Object> tables = new HashSet<>(one.strongTables());
        tables.addAll(next.strongTables());
        return tables.size() <= 1;
    }

    private static boolean isBrief(PlannedStep step) {
        return step.step() instanceof Step.Change
                && step.work().stream().allMatch(work -> work.work() == Work.METADATA)
                && step.effects().stream().allMatch(effects -> effects.unknown().isEmpty());
    }
}
