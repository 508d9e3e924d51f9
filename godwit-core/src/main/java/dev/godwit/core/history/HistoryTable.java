package dev.godwit.core.history;

import dev.godwit.core.db.Session;
import dev.godwit.sql.Dialect;
import java.util.Optional;

/**
 * A table by its full name, since a migration may change the search path of the session that writes to it.
 *
 * @param schema empty where the product has neither schemas nor databases
 */
public record HistoryTable(Optional<String> schema, String name, Dialect dialect) {
    /** Returns the name as SQL reads it. */
    public String sql() {
        String table = dialect.quote(name);
        return schema.map(outer -> dialect.quote(outer) + "." + table).orElse(table);
    }

    /** Tells whether the table is there. It asks the catalog, since a failed SELECT would end the transaction that it is in. */
    public boolean exists(Session session) {
        if (schema.isPresent()) {
            return session.first(
                            "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                            row -> row.getInt(1),
                            schema.get(),
                            name)
                    .isPresent();
        }
        return session.first(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)",
                        row -> row.getInt(1),
                        name)
                .isPresent();
    }

    @Override
    public String toString() {
        return sql();
    }
}
