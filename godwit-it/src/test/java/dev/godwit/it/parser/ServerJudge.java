package dev.godwit.it.parser;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.it.TestDatabase;

/**
 * A server of MySQL or MariaDB as judge: it prepares a statement, or says that the text is no SQL. That it cannot prepare statements of that
 * kind (error 1295), or misses what they speak of, it says after it has read them.
 */
final class ServerJudge implements Judge, AutoCloseable {
    /** ER_PARSE_ERROR. */
    private static final int SYNTAX = 1064;

    private final TestDatabase database;
    private final Session session;

    private ServerJudge(TestDatabase database) {
        this.database = database;
        this.session = database.connect();
    }

    static ServerJudge on(TestDatabase.Product product) {
        return new ServerJudge(TestDatabase.fresh(product));
    }

    @Override
    public Verdict judge(String sql) {
        try {
            session.execute(
                    "PREPARE judged FROM " + database.product().engine().dialect().literal(sql));
            return new Verdict.Accepted();
        } catch (DatabaseException e) {
            return e.vendorCode() == SYNTAX
                    ? new Verdict.Refused(String.valueOf(e.getMessage()))
                    : new Verdict.Accepted();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
