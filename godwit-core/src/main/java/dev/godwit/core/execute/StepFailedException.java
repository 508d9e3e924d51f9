package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import dev.godwit.sql.Position;
import java.util.Optional;

/** The database refused a statement of a migration. */
public final class StepFailedException extends GodwitException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 1024;

    private final String file;
    private final transient Position position;
    private final String statement;
    private final String serverWords;
    private final transient Optional<String> sqlState;

    StepFailedException(
            String migration, String file, Position at, String statement, String next, DatabaseException cause) {
        super(ErrorCode.STEP_FAILED, message(migration, file, at, statement, next, cause), cause);
        this.file = file;
        this.position = at;
        this.statement = shortened(statement);
        this.serverWords = String.valueOf(cause.getMessage());
        this.sqlState = cause.sqlState();
    }

    private static String message(
            String migration, String file, Position at, String statement, String next, DatabaseException cause) {
        return "cannot run migration \"" + migration + "\": " + file + ":" + at + ": " + cause.getMessage()
                + "\n  statement: " + shortened(statement).replace("\n", "\n             ") + "\n" + next;
    }

    private static String shortened(String sql) {
        String text = sql.strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " … (" + text.length() + " characters)";
    }

    /** Returns the path of the file. */
    public String file() {
        return file;
    }

    /** Returns where in the file the server saw the error, else where the statement begins. */
    public Position position() {
        return position;
    }

    /** Returns the statement, shortened to 1,024 characters. */
    public String statement() {
        return statement;
    }

    /** Returns what the server said. */
    public String serverWords() {
        return serverWords;
    }

    /** Returns the server's SQLSTATE. */
    public Optional<String> sqlState() {
        return sqlState;
    }
}
