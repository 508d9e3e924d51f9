package dev.godwit.postgres.live;

import dev.godwit.sql.QualifiedName;

/**
 * A row of {@code pg_class}.
 *
 * @param name as the catalog keeps it
 * @param sql as SQL has it
 * @param kind {@code relkind}
 */
record Relation(long id, QualifiedName name, String sql, String kind) {
    boolean isTable() {
        return kind.equals("r") || kind.equals("p") || kind.equals("f");
    }

    boolean isView() {
        return kind.equals("v") || kind.equals("m");
    }
}
