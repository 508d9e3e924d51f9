package dev.godwit.it.parser;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.it.TestDatabase;
import dev.godwit.sql.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A server of MySQL or MariaDB as judge: it prepares a statement, or says that the text is no SQL. What it says otherwise, that it prepares no
 * statement of the kind (error 1295) or misses what it speaks of, it says after it has read it.
 */
final class ServerJudge implements Judge {
    /** ER_PARSE_ERROR. */
    private static final int SYNTAX = 1064;

    private final Dialect dialect;
    private final Connection connection;

    private ServerJudge(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    static ServerJudge on(TestDatabase.Product product) throws SQLException {
        TestDatabase database = TestDatabase.fresh(product);
        DatabaseUrl url = DatabaseUrl.parse(database.url());
        Connection connection = DriverManager.getConnection(
                database.jdbcUrl(), url.user().orElse(""), url.password().orElse(""));
        return new ServerJudge(product.engine().dialect(), connection);
    }

    @Override
    public Verdict judge(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PREPARE judged FROM " + dialect.literal(sql));
            return new Verdict.Accepted();
        } catch (SQLException e) {
            return e.getErrorCode() == SYNTAX
                    ? new Verdict.Refused(String.valueOf(e.getMessage()))
                    : new Verdict.Accepted();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
