package dev.godwit.sql.postgres;

/**
 * Ends the reading of a statement that does not follow the grammar; {@link PostgresOutline} turns it into an
 * {@link dev.godwit.sql.Statement.Unparsed}, so that it never leaves this package. It has no stack trace, because it is made for every such
 * statement.
 */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    UnreadableException(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    /** Returns what completes the sentence "cannot read this: …". */
    String why() {
        return why;
    }
}
