package dev.godwit.core.lint;

import java.util.Set;
import java.util.stream.Stream;

/** Finds one hazard. A rule has no state; it overrides those of the three questions that it can answer. */
public interface Rule {
    /** Returns what it is about. */
    RuleInfo info();

    /**
     * Returns the kinds of statements, or of actions of {@code ALTER TABLE}, in which {@link #check(StatementContext)} can find something:
     * it is asked about others in vain, and so about none of them. Empty where it looks at all.
     */
    default Set<Class<?>> kinds() {
        return Set.of();
    }

    /** Judges one statement in its place. */
    default Stream<Found> check(StatementContext statement) {
        return Stream.empty();
    }

    /** Judges one file: what its statements do together. */
    default Stream<Found> check(FileContext file) {
        return Stream.empty();
    }

    /** Judges all files that are looked at. */
    default Stream<Found> check(FolderContext folder) {
        return Stream.empty();
    }
}
