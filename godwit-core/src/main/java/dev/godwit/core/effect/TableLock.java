package dev.godwit.core.effect;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;

/**
 * A lock on a table.
 *
 * @param table as the catalog resolves its name, or {@link #EVERYTHING}
 * @param serverName what the server calls it, for example {@code ACCESS EXCLUSIVE}
 */
public record TableLock(QualifiedName table, LockMode mode, String serverName) {
    /** Stands for all tables of the database, as where the lock is on the file that holds them. */
    public static final QualifiedName EVERYTHING = new QualifiedName(List.of(new Identifier("*")));
}
