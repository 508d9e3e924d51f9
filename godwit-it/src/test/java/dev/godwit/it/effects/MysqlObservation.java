package dev.godwit.it.effects;

import java.util.List;
import java.util.Map;

/**
 * What a server was seen to do.
 *
 * @param algorithm the best that it accepts; empty where it takes no such clause, or refuses the statement
 * @param lock the weakest that it accepts with it
 * @param rebuild what became of the rows when the statement ran as written
 * @param built the indexes that were built without a new table
 * @param locks the strongest metadata lock by table, in the server's own words
 * @param error the code of the error that it refuses the statement with, or 0
 */
record MysqlObservation(
        String algorithm, String lock, Rebuild rebuild, List<String> built, Map<String, String> locks, int error) {
    MysqlObservation {
        built = List.copyOf(built);
        locks = Map.copyOf(locks);
    }

    /** Tells whether the other is the same, locks and all that only tells the tables apart left out. */
    boolean answers(MysqlObservation other) {
        return algorithm.equals(other.algorithm)
                && lock.equals(other.lock)
                && rebuild == other.rebuild
                && built.equals(other.built)
                && error == other.error;
    }

    /** What became of the rows. */
    enum Rebuild {
        /** They stayed where they were, or are gone. */
        NONE,
        /** They are in a new table, written by the storage engine itself. */
        INPLACE,
        /** They are in a new table, and went row by row through the server. */
        COPY
    }
}
