package dev.godwit.postgres;

import dev.godwit.core.db.Session;
import dev.godwit.core.db.StatementSender;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.nio.ByteBuffer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/** Sends text as it stands, and the rows of {@code COPY … FROM stdin} by the copy protocol, a piece at a time. */
final class PostgresSender implements StatementSender {
    private static final int PIECE = 1 << 16;

    @Override
    public void send(Session session, SqlSource source, Statement statement) {
        if (statement instanceof Statement.CopyFromStdin copy) {
            session.<Long>with(connection -> copy(connection.unwrap(PGConnection.class), source, copy));
            return;
        }
        session.execute(source.text(statement.span()));
    }

    private static long copy(PGConnection connection, SqlSource source, Statement.CopyFromStdin copy) throws Exception {
        CopyIn rows = connection.getCopyAPI().copyIn(source.text(copy.span()));
        try {
            int end = copy.data().end();
            for (int at = copy.data().start(); at < end; at += PIECE) {
                ByteBuffer piece = source.slice(new SourceSpan(at, Math.min(end, at + PIECE)));
                rows.writeToCopy(ByteStreamWriter.of(piece));
            }
            return rows.endCopy();
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }
}
