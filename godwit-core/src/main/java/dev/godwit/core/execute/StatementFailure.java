package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.sql.Statement;

/** Carries the statement that failed up to where its file is known. */
final class StatementFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Statement statement;
    private final DatabaseException failure;

    StatementFailure(Statement statement, DatabaseException failure) {
        super(failure);
        this.statement = statement;
        this.failure = failure;
    }

    Statement statement() {
        return statement;
    }

    DatabaseException failure() {
        return failure;
    }
}
