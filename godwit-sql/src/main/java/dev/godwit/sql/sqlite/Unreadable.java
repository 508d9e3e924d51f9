package dev.godwit.sql.sqlite;

/** Ends the reading of a statement that SQLite's grammar does not have; never leaves the package. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    Unreadable(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
