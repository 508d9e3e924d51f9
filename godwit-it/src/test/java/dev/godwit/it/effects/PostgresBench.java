package dev.godwit.it.effects;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.embedded.EmbeddedServers;
import dev.godwit.postgres.PostgresEngine;

/** A server of one version with the schema that forms are run on. */
final class PostgresBench implements AutoCloseable {
    private static final String TEMPLATE = "effects_template";
    private static final String BASE = "effects_base";
    private static final String SCRATCH = "effects_scratch";
    private static final String IN_TRANSACTION = "25001";

    private final EmbeddedServer server;
    private final Session first;
    private final Session base;

    private PostgresBench(EmbeddedServer server) {
        this.server = server;
        first = connect(server.firstDatabase());
        // What is not part of one database, and what only a superuser of a scratch server may do.
        first.execute("CREATE ROLE godwit_role");
        first.execute("SET allow_in_place_tablespaces = on");
        first.execute("CREATE TABLESPACE other LOCATION ''");
        first.execute("CREATE DATABASE " + TEMPLATE);
        try (Session session = connect(TEMPLATE)) {
            session.execute(Forms.text("postgres-setup.sql"));
        }
        copy(BASE);
        base = connect(BASE);
    }

    static PostgresBench start(int major) {
        return new PostgresBench(EmbeddedServer.start(EmbeddedServers.postgres(major)
                .with("autovacuum", "off")
                .with("max_prepared_transactions", "400")
                .with("max_locks_per_transaction", "1024")));
    }

    private Session connect(String database) {
        return new PostgresEngine().connector().connect(DatabaseUrl.parse(server.url(database)), "effects");
    }

    private void copy(String database) {
        first.execute("CREATE DATABASE " + database + " TEMPLATE " + TEMPLATE);
    }

    /** Runs a form and says what it did. The form leaves no trace. */
    Observation observe(Form form) {
        if (form.preparesSessionOnly()) {
            Observation seen = inTransaction(base, form);
            return isOutsideOnly(seen) ? onCopy(form) : seen;
        }
        return onCopy(form);
    }

    private Observation onCopy(Form form) {
        copy(SCRATCH);
        try {
            try (Session session = connect(SCRATCH)) {
                form.prelude().forEach(session::execute);
                Observation seen = inTransaction(session, form.withoutPrelude());
                if (!isOutsideOnly(seen)) {
                    return seen;
                }
            }
            return new OutsideRun(() -> connect(SCRATCH)).observe(form.statement());
        } finally {
            first.execute("DROP DATABASE " + SCRATCH);
            first.execute("DROP DATABASE IF EXISTS godwit_other");
        }
    }

    private static boolean isOutsideOnly(Observation seen) {
        return seen.refusal().startsWith(IN_TRANSACTION);
    }

    private static Observation inTransaction(Session session, Form form) {
        session.begin();
        try {
            form.prelude().forEach(session::execute);
            Relations before = Relations.before(session);
            session.execute(form.statement());
            Locks locks = new Locks();
            locks.look(session, pid(session));
            return Observation.accepted(false, locks.on(before), before.workUntil(Relations.within(session)));
        } catch (DatabaseException e) {
            return Observation.refused(false, refusal(e));
        } finally {
            session.rollback(new AssertionError());
        }
    }

    static int pid(Session session) {
        return session.first("SELECT pg_backend_pid()", row -> row.getInt(1)).orElseThrow();
    }

    static String refusal(DatabaseException e) {
        return e.sqlState().orElse("?") + " "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        base.close();
        first.close();
        server.close();
    }
}
