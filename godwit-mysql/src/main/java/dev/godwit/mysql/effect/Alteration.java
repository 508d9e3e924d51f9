package dev.godwit.mysql.effect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An ALTER TABLE as the ladders see it.
 *
 * @param shape the table before it
 * @param keepsFulltext whether a FULLTEXT index is left when the indexes that it drops are gone
 * @param strict whether the session refuses what would have to be changed to fit
 */
record Alteration(Set<Change> changes, TableShape shape, boolean keepsFulltext, boolean strict) {
    Alteration {
        Set<Change> copy = EnumSet.noneOf(Change.class);
        copy.addAll(changes);
        changes = Collections.unmodifiableSet(copy);
    }
}
