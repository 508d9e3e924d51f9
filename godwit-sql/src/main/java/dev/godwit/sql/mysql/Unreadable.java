package dev.godwit.sql.mysql;

/** Leaves the descent into a statement at what cannot be read; never seen outside of this package. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    /** Makes one without a stack trace, whose message completes the sentence "cannot read this: …". */
    Unreadable(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
