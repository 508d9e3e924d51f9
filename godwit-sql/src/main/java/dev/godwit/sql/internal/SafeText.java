package dev.godwit.sql.internal;

/** Guards what is quoted. */
public final class SafeText {
    private SafeText() {}

    /** Returns {@code text} unless it holds a zero character, which no name and few texts of a database can hold. */
    public static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name or text with a zero character cannot be written in SQL");
        }
        return text;
    }
}
