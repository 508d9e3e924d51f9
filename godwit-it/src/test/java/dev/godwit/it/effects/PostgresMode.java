package dev.godwit.it.effects;

import java.util.Locale;

/** The lock modes of tables, from weak to strong (manual, 13.3.1). */
enum PostgresMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** Reads what {@code pg_locks.mode} says, such as {@code ShareUpdateExclusiveLock}. */
    static PostgresMode of(String mode) {
        String words = mode.replaceAll("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return valueOf(words.toUpperCase(Locale.ROOT));
    }

    /** Returns the name as SQL writes it. */
    String sql() {
        return name().replace('_', ' ');
    }

    static PostgresMode stronger(PostgresMode a, PostgresMode b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
