package dev.godwit.sql.postgres;

/** The keywords that stand for a role. */
final class PostgresRoles {
    private PostgresRoles() {}

    static boolean keyword(String word) {
        return switch (word) {
            case "current_user", "current_role", "session_user" -> true;
            default -> false;
        };
    }
}
