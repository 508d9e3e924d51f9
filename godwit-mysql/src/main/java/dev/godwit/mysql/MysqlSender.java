package dev.godwit.mysql;

import dev.godwit.core.db.Session;
import dev.godwit.core.db.StatementSender;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;

/**
 * Sends statements as they stand, but for LOCK TABLES and UNLOCK TABLES, with which dumps surround their rows: under them no other
 * table can be written, Godwit's journal neither. What stands between them runs in one transaction instead.
 */
final class MysqlSender implements StatementSender {
    @Override
    public void send(Session session, SqlSource source, Statement statement) {
        if (!MysqlEffects.isTableLock(statement)) {
            session.execute(source.text(statement.span()));
        }
    }
}
