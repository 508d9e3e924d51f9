package dev.godwit.it.effects;

import java.util.Optional;
import java.util.Set;

/**
 * What SQLite was seen to do with one statement.
 *
 * @param error why it refuses it, or empty
 * @param pages what it wrote and read, where that could be seen
 */
record SqliteObservation(String statement, String error, Optional<Pages> pages) {
    /**
     * The pages of tables that have more than a few.
     *
     * @param large the tables that do
     * @param rewritten the tables of which nearly every page was written
     * @param built the indexes that were filled
     * @param read the tables whose rows were read
     */
    record Pages(Set<String> large, Set<String> rewritten, Set<String> built, Set<String> read) {
        Pages {
            large = Set.copyOf(large);
            rewritten = Set.copyOf(rewritten);
            built = Set.copyOf(built);
            read = Set.copyOf(read);
        }
    }
}
