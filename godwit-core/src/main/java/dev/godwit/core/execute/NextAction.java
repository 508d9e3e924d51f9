package dev.godwit.core.execute;

import dev.godwit.core.db.SqlErrorKind;

/** Says what a user can do after a statement failed. */
final class NextAction {
    private NextAction() {}

    static String after(UnitTask task, SqlErrorKind kind, boolean clean) {
        if (!clean) {
            return "This statement failed after it had changed something. Look at the database, then tell Godwit: godwit resolve";
        }
        return left(task) + ". " + remedy(kind) + " godwit migrate again"
                + (task.number() == 0 ? "" : ": it goes on here");
    }

    private static String left(UnitTask task) {
        return task.number() == 0
                ? "Nothing of this migration is left in the database"
                : "Its first " + task.number() + " of " + task.total() + " steps are done and recorded";
    }

    private static String remedy(SqlErrorKind kind) {
        return switch (kind) {
            case DISK_FULL -> "Make room on the disk of the database, then run";
            case PERMISSION -> "Give the user that privilege or correct this statement, then run";
            case READ_ONLY -> "Connect to a database that takes writes, then run";
            case CONNECTION_LOST, UNREACHABLE -> "Look whether the server runs, then run";
            case LOCK_TIMEOUT, DEADLOCK, CANCELLED -> "Run";
            case AUTHENTICATION, NO_SUCH_DATABASE, OTHER -> "Correct this statement, then run";
        };
    }
}
