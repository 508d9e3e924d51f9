package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import java.util.Locale;

/** What the session was told that decides how a statement is carried out; where nothing was said, the servers' defaults hold. */
public final class Settings {
    private Settings() {}

    /** Tells whether values that do not fit are refused. */
    public static boolean isStrict(Catalog catalog) {
        return catalog.setting("sql_mode")
                .map(mode -> mode.toUpperCase(Locale.ROOT))
                .filter(mode -> !mode.contains("STRICT_") && !mode.contains("TRADITIONAL") && !mode.equals("DEFAULT"))
                .isEmpty();
    }

    /** Tells whether the date of all zeros is refused. */
    public static boolean refusesZeroDates(Catalog catalog) {
        return isStrict(catalog)
                && catalog.setting("sql_mode")
                        .map(mode -> mode.toUpperCase(Locale.ROOT))
                        .filter(mode -> !mode.contains("NO_ZERO_DATE")
                                && !mode.contains("TRADITIONAL")
                                && !mode.equals("DEFAULT"))
                        .isEmpty();
    }

    /** Tells whether a new foreign key is checked against the rows that are there. */
    public static boolean checksForeignKeys(Catalog catalog) {
        return isOn(catalog, "foreign_key_checks");
    }

    private static boolean isOn(Catalog catalog, String name) {
        return catalog.setting(name)
                .map(value -> value.strip().toUpperCase(Locale.ROOT))
                .filter(value -> value.equals("0") || value.equals("OFF") || value.equals("FALSE"))
                .isEmpty();
    }
}
