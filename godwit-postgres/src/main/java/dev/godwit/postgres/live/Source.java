package dev.godwit.postgres.live;

import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.Session.RowReader;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;

/**
 * What is read from, and into.
 *
 * @param version as in {@code server_version_num}
 */
record Source(Session session, Dialect dialect, CatalogBuilder builder, int version) {
    /** The schemas of users, as a condition on {@code n}. */
    static final String OF_USERS = "n.nspname NOT IN ('pg_catalog', 'information_schema')"
            + " AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp%'\n";

    <T> List<T> query(String sql, RowReader<T> reader) {
        return session.query(sql, reader);
    }

    boolean atLeast(int major) {
        return version >= major * 10_000;
    }

    QualifiedName name(String schema, String name) {
        return builder.resolve(new QualifiedName(List.of(new Identifier(schema), new Identifier(name))));
    }

    String quoted(String schema, String name) {
        return dialect.quote(schema) + "." + dialect.quote(name);
    }

    void define(String sql) {
        builder.define(sql);
    }
}
