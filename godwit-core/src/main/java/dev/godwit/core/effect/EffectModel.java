package dev.godwit.core.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.sql.Statement;

/** Says for one product what a statement does to a running system. */
@FunctionalInterface
public interface EffectModel {
    /**
     * Judges a statement for a server of that version.
     *
     * @param before what is known of schema and session when it begins
     */
    Effects of(Statement statement, Catalog before, ServerVersion version);
}
