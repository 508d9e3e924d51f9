package dev.godwit.sqlite;

import dev.godwit.core.db.ErrorReader;
import dev.godwit.core.db.SqlErrorKind;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Reads the result codes of SQLite. */
final class SqliteErrors implements ErrorReader {
    private static final int PRIMARY = 0xFF;
    private static final Pattern NEAR = Pattern.compile("near \"(.+)\": syntax error", Pattern.DOTALL);

    /** Returns the primary result code, or -1. */
    static int code(SQLException error) {
        return error instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : -1;
    }

    @Override
    public SqlErrorKind kind(SQLException error) {
        return switch (code(error)) {
            case 5, 6 -> SqlErrorKind.LOCK_TIMEOUT; // BUSY, LOCKED
            case 3, 23 -> SqlErrorKind.PERMISSION; // PERM, AUTH
            case 8 -> SqlErrorKind.READ_ONLY;
            case 9 -> SqlErrorKind.CANCELLED; // INTERRUPT
            case 13 -> SqlErrorKind.DISK_FULL;
            case 14 -> SqlErrorKind.NO_SUCH_DATABASE; // CANTOPEN
            default -> SqlErrorKind.OTHER;
        };
    }

    @Override
    public String words(SQLException error) {
        String message = String.valueOf(error.getMessage());
        if (!(error instanceof SQLiteException sqlite)) {
            return message;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        String decoration = "[" + code.name() + "] " + code.message + " (";
        return message.startsWith(decoration) && message.endsWith(")")
                ? message.substring(decoration.length(), message.length() - 1)
                : message;
    }

    @Override
    public int position(SQLException error) {
        return 0;
    }

    @Override
    public int position(SQLException error, String sql) {
        Matcher near = NEAR.matcher(words(error));
        if (!near.matches()) {
            return 0;
        }
        int first = sql.indexOf(near.group(1));
        boolean certain = first >= 0 && sql.indexOf(near.group(1), first + 1) < 0;
        return certain ? sql.codePointCount(0, first) + 1 : 0;
    }
}
