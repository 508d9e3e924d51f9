package dev.godwit.cli.output;

import dev.godwit.core.history.MigrationStatus;
import java.util.Locale;

/** Numbers and names in sentences. */
final class Words {
    private Words() {}

    static String migrations(long count) {
        return count + (count == 1 ? " migration" : " migrations");
    }

    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String percent(long part, long whole) {
        return (whole == 0 ? 100 : part * 100 / whole) + " %";
    }

    /** Returns the state as programs and people read it, for example {@code out of order}. */
    static String state(MigrationStatus.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
