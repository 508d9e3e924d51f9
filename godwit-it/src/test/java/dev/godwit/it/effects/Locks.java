package dev.godwit.it.effects;

import dev.godwit.core.db.Session;
import dev.godwit.it.effects.Relations.Relation;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The strongest lock of one backend on each relation, over all the looks that were taken. */
final class Locks {
    private static final String OF_BACKEND = """
        SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = ?
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())\
        """;

    private final Map<Long, PostgresMode> strongest = new HashMap<>();

    /** Looks at what backend {@code pid} holds and waits for. */
    void look(Session session, int pid) {
        session.query(OF_BACKEND, row -> add(row.getLong(1), row.getString(2)), pid);
    }

    PostgresMode add(long relation, String mode) {
        return strongest.merge(relation, PostgresMode.of(mode), PostgresMode::stronger);
    }

    /** Names what was seen; an index only where its lock is stronger than that of its table. */
    Map<String, String> on(Relations before) {
        Map<String, String> named = new TreeMap<>();
        strongest.forEach((number, mode) -> {
            Relation relation = before.all().get(number);
            if (relation != null && mode.compareTo(PostgresMode.ROW_SHARE) >= 0 && !isHidden(relation, mode)) {
                named.put(relation.name(), mode.sql());
            }
        });
        return named;
    }

    private boolean isHidden(Relation relation, PostgresMode mode) {
        PostgresMode ofTable = strongest.getOrDefault(relation.table(), PostgresMode.ACCESS_SHARE);
        return relation.isIndex() && ofTable.compareTo(mode) >= 0;
    }
}
