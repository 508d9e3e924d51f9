package dev.godwit.core.effect;

import dev.godwit.sql.QualifiedName;

/**
 * Work on a table.
 *
 * @param table as the catalog resolves its name
 * @param blocks what others cannot do while it lasts
 * @param method what the server calls the way in which it is done, for example {@code ALGORITHM=COPY}; empty where it has no name
 */
public record TableWork(QualifiedName table, Work work, LockMode blocks, String method) {}
