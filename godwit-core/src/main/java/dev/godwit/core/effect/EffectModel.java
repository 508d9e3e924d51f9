package dev.godwit.core.effect;

import dev.godwit.sql.Statement;

/** Says for one product what a statement does to a running system. */
@FunctionalInterface
public interface EffectModel {
    /** Judges a statement for a server of that version. */
    Effects of(Statement statement, ServerVersion version);
}
