package dev.godwit.it.effects;

import dev.godwit.it.effects.MysqlObservation.Rebuild;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Runs a form on a fresh table, first with the clauses that the server refuses where it cannot keep them, then as written. */
final class MysqlObserver implements AutoCloseable {
    private static final int SYNTAX_ERROR = 1064;

    private final MysqlLab lab;
    private final MysqlBlockers blockers;

    MysqlObserver(MysqlLab lab) throws SQLException {
        this.lab = lab;
        this.blockers = new MysqlBlockers(lab);
    }

    private record Accepted(String algorithm, String lock) {
        static final Accepted NONE = new Accepted("", "");
    }

    MysqlObservation observe(MysqlForm form, MysqlShape shape) throws SQLException {
        lab.prepare(form.table(), shape);
        Accepted accepted = form.mayAssert() ? accepted(form) : Accepted.NONE;
        if (!accepted.equals(Accepted.NONE)) {
            lab.prepare(form.table(), shape);
        }
        try (Connection connection = connect(form)) {
            return run(form, accepted, connection);
        }
    }

    private Connection connect(MysqlForm form) throws SQLException {
        Connection connection = lab.connect();
        for (String setting : form.settings()) {
            MysqlLab.execute(connection, setting);
        }
        return connection;
    }

    // A refused statement leaves the table as it was, so that all are tried on one table.
    private Accepted accepted(MysqlForm form) throws SQLException {
        try (Connection connection = connect(form)) {
            for (String algorithm : lab.product().algorithms()) {
                for (String lock : lab.product().locks(algorithm)) {
                    int error = error(connection, form.asserting(algorithm, lock));
                    if (error == SYNTAX_ERROR) {
                        return Accepted.NONE;
                    }
                    if (error == 0) {
                        return new Accepted(algorithm, lock);
                    }
                }
            }
        }
        return Accepted.NONE;
    }

    private static int error(Connection connection, String sql) {
        try {
            MysqlLab.execute(connection, sql);
            return 0;
        } catch (SQLException e) {
            return e.getErrorCode();
        }
    }

    private MysqlObservation run(MysqlForm form, Accepted accepted, Connection connection) throws SQLException {
        MysqlStorage before = MysqlStorage.look(lab, connection);
        long written = rowWrites(connection);
        MysqlBlockers.Outcome outcome = blockers.run(connection, form.statement());
        long rowWrites = rowWrites(connection) - written;
        MysqlStorage after = MysqlStorage.look(lab, connection);
        if (outcome.error() != 0) {
            return new MysqlObservation("", "", Rebuild.NONE, List.of(), Map.of(), outcome.error());
        }
        return new MysqlObservation(
                accepted.algorithm(),
                accepted.lock(),
                after.since(before, rowWrites, connection),
                List.copyOf(after.builtSince(before)),
                locks(form, connection, outcome),
                0);
    }

    // An ALTER that never asks to keep readers out has changed no definition.
    private Map<String, String> locks(MysqlForm form, Connection connection, MysqlBlockers.Outcome outcome)
            throws SQLException {
        return form.mayAssert() && !outcome.waits()
                ? blockers.firstLocks(connection, form.statement())
                : outcome.locks();
    }

    private static long rowWrites(Connection connection) throws SQLException {
        return Long.parseLong(MysqlLab.rows(connection, "SHOW SESSION STATUS LIKE 'Handler_write'")
                .getFirst()
                .get(1));
    }

    @Override
    public void close() throws SQLException {
        blockers.close();
    }
}
