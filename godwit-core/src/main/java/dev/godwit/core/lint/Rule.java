package dev.godwit.core.lint;

import java.util.stream.Stream;

/** Finds one hazard. A rule has no state; it overrides those of the three questions that it can answer. */
public interface Rule {
    /** Returns what it is about. */
    RuleInfo info();

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
