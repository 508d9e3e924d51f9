package dev.godwit.postgres.effect;

import dev.godwit.core.effect.LockMode;

/** The lock modes of tables, from weak to strong (manual, 13.3.1). */
enum PostgresLock {
    ROW_SHARE(LockMode.BLOCKS_NOTHING),
    ROW_EXCLUSIVE(LockMode.BLOCKS_NOTHING),
    SHARE_UPDATE_EXCLUSIVE(LockMode.BLOCKS_DDL),
    SHARE(LockMode.BLOCKS_WRITES),
    SHARE_ROW_EXCLUSIVE(LockMode.BLOCKS_WRITES),
    EXCLUSIVE(LockMode.BLOCKS_WRITES),
    ACCESS_EXCLUSIVE(LockMode.BLOCKS_READS_AND_WRITES);

    private final LockMode mode;

    PostgresLock(LockMode mode) {
        this.mode = mode;
    }

    LockMode mode() {
        return mode;
    }

    /** Returns the name as SQL writes it. */
    String sql() {
        return name().replace('_', ' ');
    }

    static PostgresLock stronger(PostgresLock a, PostgresLock b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
