package dev.godwit.mysql.effect;

import dev.godwit.core.effect.LockMode;

/** What others may do while a table is being changed, from most to least. */
enum DdlLock {
    /** As much as the way allows; the only one that MySQL takes with INSTANT. */
    DEFAULT,
    /** Read and write. */
    NONE,
    /** Read. */
    SHARED,
    /** Nothing. */
    EXCLUSIVE;

    LockMode blocks() {
        return switch (this) {
            case DEFAULT, NONE -> LockMode.BLOCKS_NOTHING;
            case SHARED -> LockMode.BLOCKS_WRITES;
            case EXCLUSIVE -> LockMode.BLOCKS_READS_AND_WRITES;
        };
    }
}
