package dev.godwit.mysql;

import dev.godwit.core.db.ErrorReader;
import dev.godwit.core.db.SqlErrorKind;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the error numbers of both products.
 *
 * @param connecting whether the connection is being opened: then its loss means that nobody listens
 */
record MysqlErrors(boolean connecting) implements ErrorReader {
    private static final int NO_PLUGIN = 1251;
    private static final Pattern DECORATION = Pattern.compile("^\\(conn=-?\\d+\\) ");
    private static final Pattern NEAR = Pattern.compile(".* near '(.*)' at line (\\d+)", Pattern.DOTALL);

    @Override
    public SqlErrorKind kind(SQLException error) {
        return switch (error.getErrorCode()) {
            // ER_LOCK_WAIT_TIMEOUT, ER_LOCK_NOWAIT
            case 1205, 3572 -> SqlErrorKind.LOCK_TIMEOUT;
            // ER_LOCK_DEADLOCK, ER_XA_RBDEADLOCK, MariaDB's ER_CHECKREAD
            case 1213, 1614, 1020 -> SqlErrorKind.DEADLOCK;
            // ER_QUERY_INTERRUPTED, ER_QUERY_TIMEOUT, ER_STATEMENT_TIMEOUT
            case 1317, 3024, 1969 -> SqlErrorKind.CANCELLED;
            // ER_ACCESS_DENIED_ERROR, ER_ACCESS_DENIED_NO_PASSWORD_ERROR, ER_MUST_CHANGE_PASSWORD,
            // ER_ACCOUNT_HAS_BEEN_LOCKED,
            // MariaDB's ER_ACCOUNT_HAS_BEEN_LOCKED
            case 1045, 1698, 1820, 3118, 4151, NO_PLUGIN -> SqlErrorKind.AUTHENTICATION;
            case 1049 -> connecting ? SqlErrorKind.NO_SUCH_DATABASE : SqlErrorKind.OTHER;
            // ER_DBACCESS_DENIED, TABLEACCESS, COLUMNACCESS, SPECIFIC_ACCESS, PROCACCESS
            case 1044, 1142, 1143, 1227, 1370 -> SqlErrorKind.PERMISSION;
            case 1290, 1792, 1836, 1874 -> SqlErrorKind.READ_ONLY;
            // ER_DISK_FULL, ER_RECORD_FILE_FULL, ER_ENGINE_OUT_OF_... by the system's ENOSPC
            case 1021, 1114 -> SqlErrorKind.DISK_FULL;
            // ER_CON_COUNT_ERROR, ER_TOO_MANY_USER_CONNECTIONS, ER_HOST_IS_BLOCKED
            case 1040, 1203, 1129 -> SqlErrorKind.UNREACHABLE;
            // ER_SERVER_SHUTDOWN, ER_CONNECTION_KILLED, CR_SERVER_GONE_ERROR, CR_SERVER_LOST
            case 1053, 1927, 2006, 2013 -> lost();
            default -> byState(error);
        };
    }

    private SqlErrorKind lost() {
        return connecting ? SqlErrorKind.UNREACHABLE : SqlErrorKind.CONNECTION_LOST;
    }

    private SqlErrorKind byState(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        if (state.startsWith("08")) {
            return lost();
        }
        if (state.startsWith("28") || connecting) {
            return SqlErrorKind.AUTHENTICATION;
        }
        boolean noSpace = String.valueOf(error.getMessage()).contains("No space left on device");
        return noSpace ? SqlErrorKind.DISK_FULL : SqlErrorKind.OTHER;
    }

    @Override
    public String words(SQLException error) {
        String words = DECORATION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        // MySQL makes up a plugin for users that do not exist, so that nobody can tell them from others.
        return error.getErrorCode() == NO_PLUGIN ? words + "; or this user does not exist" : words;
    }

    @Override
    public int position(SQLException error) {
        return 0;
    }

    @Override
    public int position(SQLException error, String sql) {
        Matcher near = NEAR.matcher(words(error));
        if (error.getErrorCode() != 1064 || !near.matches()) {
            return 0;
        }
        if (near.group(1).isEmpty()) {
            return sql.codePointCount(0, sql.length());
        }
        int at = sql.indexOf(near.group(1), lineStart(sql, Integer.parseInt(near.group(2))));
        return at < 0 ? 0 : sql.codePointCount(0, at) + 1;
    }

    private static int lineStart(String sql, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = sql.indexOf('\n', start) + 1;
        }
        return start;
    }
}
