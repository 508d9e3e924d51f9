package dev.godwit.core.plan;

import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step in its place.
 *
 * @param written the statement of the file that it is for, from 0; of a merged step the first
 * @param effects of each of its statements
 * @param estimate where it reads or writes rows of a table whose size is known
 */
public record PlannedStep(Phase phase, Step step, int written, List<Effects> effects, Optional<Estimate> estimate) {
    public PlannedStep {
        effects = List.copyOf(effects);
    }

    /** Returns the strongest lock that it takes. */
    public LockMode lock() {
        return effects.stream()
                .map(Effects::lock)
                .max(Comparator.naturalOrder())
                .orElse(LockMode.BLOCKS_NOTHING);
    }

    /** Returns its locks; of several on one table the strongest. */
    public List<TableLock> locks() {
        return effects.stream()
                .flatMap(effects -> effects.locks().stream())
                .collect(Collectors.groupingBy(
                        TableLock::table,
                        java.util.LinkedHashMap::new,
                        Collectors.maxBy(Comparator.comparing(TableLock::mode))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the work that it does. */
    public List<TableWork> work() {
        return effects.stream().flatMap(effects -> effects.work().stream()).toList();
    }

    /** Returns the tables on which others wait for it. */
    Set<QualifiedName> strongTables() {
        return locks().stream()
                .filter(lock -> lock.mode().compareTo(LockMode.BLOCKS_WRITES) >= 0)
                .map(TableLock::table)
                .collect(Collectors.toSet());
    }

    /** Returns the two as one transaction. */
    PlannedStep and(PlannedStep next) {
        Step.Change one = (Step.Change) step;
        Step.Change other = (Step.Change) next.step;
        String purpose = one.purpose().equals(other.purpose()) ? one.purpose() : one.purpose() + "; " + other.purpose();
        return new PlannedStep(
                phase,
                new Step.Change(purpose, joined(one.statements(), other.statements()), both(other.back(), one.back())),
                written,
                joined(effects, next.effects),
                estimate.isPresent() && next.estimate.isPresent()
                        ? Optional.of(estimate.get().and(next.estimate.get()))
                        : estimate.or(next::estimate));
    }

    private static WayBack both(WayBack first, WayBack second) {
        return switch (first) {
            case WayBack.None none -> none;
            case WayBack.Statements one ->
                switch (second) {
                    case WayBack.None none -> none;
                    case WayBack.Statements other ->
                        new WayBack.Statements(joined(one.statements(), other.statements()));
                };
        };
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
