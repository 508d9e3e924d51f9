package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ALTER TABLE} while it is judged. The server takes the strongest lock that any of its actions needs, on the table and, where one
 * of them reaches them, on its partitions and children.
 */
final class Alteration {
    private final Scene scene;
    private final AlterTable statement;
    private final QualifiedName table;
    private final List<QualifiedName> descendants;
    private @Nullable PostgresLock lock;
    private @Nullable PostgresLock below;
    private boolean reachesBelow;

    Alteration(Scene scene, AlterTable statement) {
        this.scene = scene;
        this.statement = statement;
        this.table = scene.schema().name(statement.table());
        this.descendants = scene.schema().descendants(table);
    }

    Scene scene() {
        return scene;
    }

    Schema schema() {
        return scene.schema();
    }

    Impact impact() {
        return scene.impact();
    }

    AlterTable statement() {
        return statement;
    }

    QualifiedName table() {
        return table;
    }

    Optional<Table> known() {
        return schema().table(table);
    }

    boolean isOnly() {
        return statement.scope() == AlterTable.Scope.ONLY;
    }

    boolean hasDescendants() {
        return !descendants.isEmpty();
    }

    List<QualifiedName> descendants() {
        return descendants;
    }

    boolean isPartitioned() {
        return schema().isPartitioned(table);
    }

    boolean isPartition() {
        return known().flatMap(Table::partitionOf).isPresent();
    }

    /** Returns the table and, unless ONLY is said, all below it. */
    List<QualifiedName> family() {
        return isOnly() ? List.of(table) : schema().family(table);
    }

    /** Returns those of the family that have rows. */
    List<QualifiedName> rows() {
        return schema().withRows(family());
    }

    /** The action needs a lock on the table alone. */
    void needs(PostgresLock needed) {
        lock = lock == null ? needed : PostgresLock.stronger(lock, needed);
    }

    /** The action needs a lock on the table and all below it. */
    void needsAll(PostgresLock needed) {
        needs(needed);
        reachesBelow |= !isOnly();
    }

    /** The action needs a lock on the table and its partitions, not on those that inherit. */
    void needsPartitions(PostgresLock needed) {
        needs(needed);
        reachesBelow |= !isOnly() && isPartitioned();
    }

    /** The action needs a lock of its own on all below the table. */
    void needsBelow(PostgresLock needed) {
        if (!isOnly()) {
            below = below == null ? needed : PostgresLock.stronger(below, needed);
        }
    }

    /** Says at the end what is locked. */
    void lockAll() {
        if (lock == null) {
            return;
        }
        impact().lock(table, lock);
        if (reachesBelow) {
            impact().lock(descendants, lock);
        } else if (below != null) {
            impact().lock(descendants, below);
        }
    }

    /** Refuses what would leave those below without what the table has. */
    boolean refusesOnly(String what) {
        boolean refused = isOnly() && hasDescendants();
        impact().refuseIf(refused, what + " of \"" + table + "\" cannot be changed without that of its children");
        return refused;
    }

    /** Tells whether the same statement adds the column. */
    boolean adds(Identifier column) {
        return statement
                .actions(ColumnAction.AddColumn.class)
                .anyMatch(add -> add.column().equals(column));
    }

    /** Tells whether the same statement drops the default of the column. */
    boolean dropsDefault(Identifier column) {
        return statement
                .actions(ColumnAction.DropDefault.class)
                .anyMatch(drop -> drop.column().equals(column));
    }

    /** Returns the constraints that the same statement drops: the server drops before it does anything else. */
    Set<Identifier> droppedConstraints() {
        return statement
                .actions(ConstraintAction.DropConstraint.class)
                .flatMap(drop -> drop.name().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the constraints that the same statement adds, by name. */
    Optional<ConstraintAction.AddConstraint> addedConstraint(Identifier name) {
        return statement
                .actions(ConstraintAction.AddConstraint.class)
                .filter(add -> add.constraint().name().filter(name::equals).isPresent())
                .findFirst();
    }
}
