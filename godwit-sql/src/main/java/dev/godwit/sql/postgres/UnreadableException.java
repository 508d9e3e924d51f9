package dev.godwit.sql.postgres;

/**
 * Ends the reading of a statement that does not follow the grammar; {@link PostgresOutline} turns it into an
 * {@link dev.godwit.sql.Statement.Unparsed}, so that it never leaves this package. It has no stack trace, because it is made for every such
 * statement.
 */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 40;

    private final String why;

    UnreadableException(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    /** Returns what completes the sentence "cannot read this: …". */
    String why() {
        return why;
    }

    /** Says that {@code what} does not stand where it must; {@code text} is the token that does, empty at the end. */
    static UnreadableException missing(String what, String text) {
        return new UnreadableException(
                text.isEmpty()
                        ? "it ends where %s was expected".formatted(what)
                        : "%s was expected, not %s".formatted(what, shown(text)));
    }

    /** Says that {@code text} must not stand where it does. */
    static UnreadableException unexpected(String text) {
        return new UnreadableException(text.isEmpty() ? "it ends too early" : shown(text) + " was not expected");
    }

    private static String shown(String text) {
        return '"' + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + '"';
    }
}
