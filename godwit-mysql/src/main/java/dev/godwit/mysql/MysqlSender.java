package dev.godwit.mysql;

import dev.godwit.core.db.Session;
import dev.godwit.core.db.StatementSender;
import dev.godwit.mysql.effect.MysqlEffects;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.sql.Connection;

/**
 * Sends statements as they stand, but for LOCK TABLES, UNLOCK TABLES and SET autocommit, with which dumps surround their rows: under
 * table locks Godwit could not write its journal, and without autocommit nothing that it writes would stay. What stands
 * between them runs in one transaction instead.
 */
final class MysqlSender implements StatementSender {
    @Override
    public void send(Session session, SqlSource source, Statement statement) {
        if (MysqlEffects.isWithheld(statement)) {
            return;
        }
        if (statement instanceof Statement.SessionSetting) {
            sendSetting(session, source.text(statement.span()));
            return;
        }
        session.execute(source.text(statement.span()));
    }

    // As in SET foreign_key_checks = 0, autocommit = 0. The driver knows from each answer how it stands.
    private static void sendSetting(Session session, String sql) {
        boolean before = session.with(Connection::getAutoCommit);
        session.execute(sql);
        session.with(connection -> {
            if (connection.getAutoCommit() != before) {
                connection.setAutoCommit(before);
            }
            return before;
        });
    }
}
