package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import java.util.List;

/**
 * What stands between CREATE and the kind of object.
 *
 * @param modifiers {@code ALGORITHM}, {@code DEFINER}, {@code SQL SECURITY}, {@code AGGREGATE}
 */
record Head(Replacement replace, Persistence persistence, List<Option> modifiers) {
    Head {
        modifiers = List.copyOf(modifiers);
    }

    /** Tells whether nothing stands there. */
    boolean isPlain() {
        return replace == Replacement.NONE && persistence == Persistence.PERMANENT && modifiers.isEmpty();
    }

    /** Tells whether the modifier is there. */
    boolean has(String modifier) {
        return modifiers.stream().anyMatch(option -> option.name().equals(modifier));
    }
}
