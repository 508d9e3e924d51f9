package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Judges constraints that are added to a table, also those written at a new column. */
final class AddConstraintEffects {
    /** Whether a foreign key has to look at rows. */
    enum Looks {
        AT_ROWS,
        AT_NONE
    }

    private AddConstraintEffects() {}

    static void judge(Alteration alteration, AddConstraint add) {
        Constraint constraint = add.constraint();
        switch (constraint.rule()) {
            case ConstraintRule.Check check -> check(alteration, constraint);
            case ConstraintRule.NotNull notNull -> notNull(alteration, constraint, notNull.column());
            case ConstraintRule.PrimaryKey key -> key(alteration, constraint, key.key(), true);
            case ConstraintRule.Unique key -> key(alteration, constraint, key.key(), false);
            case ConstraintRule.Exclude exclude -> exclude(alteration);
            case ForeignKey key -> foreignKey(alteration, constraint, key, Looks.AT_ROWS);
        }
        String name = constraint.name().map(Identifier::name).orElse("");
        if (!(constraint.rule() instanceof ConstraintRule.NotNull) && !isNotEnforced(constraint)) {
            alteration.impact().breaks(Breakage.Kind.VALUE_REFUSED, alteration.table(), name);
        }
    }

    static void check(Alteration alteration, Constraint constraint) {
        refuseTakenName(alteration, constraint);
        Scene scene = alteration.scene();
        if (isNotEnforced(constraint)) {
            scene.needs(18, "NOT ENFORCED");
        }
        boolean alone = constraint.checking().inheritance() == Inheritance.NO_INHERIT;
        alteration.impact().refuseIf(alone && alteration.isPartitioned(), "partitions inherit every constraint");
        if (!alone && alteration.refusesOnly("a constraint")) {
            return;
        }
        // Since 18 it locks the children even where they do not get it (measured).
        if (alone && !scene.atLeast(18)) {
            alteration.needs(ACCESS_EXCLUSIVE);
        } else {
            alteration.needsAll(ACCESS_EXCLUSIVE);
        }
        if (looksAtRows(constraint)) {
            List<QualifiedName> tables = alone ? List.of(alteration.table()) : alteration.family();
            alteration.impact().work(alteration.schema().withRows(tables), Work.SCAN);
        }
    }

    private static void notNull(Alteration alteration, Constraint constraint, Identifier column) {
        alteration.scene().needs(18, "NOT NULL as a constraint of the table");
        if (ColumnEffects.lacks(alteration, column)) {
            return;
        }
        boolean alone = constraint.checking().inheritance() == Inheritance.NO_INHERIT;
        if (!alone && alteration.refusesOnly("a constraint")) {
            return;
        }
        refuseSecondNotNull(alteration, constraint, column);
        alteration.needsAll(ACCESS_EXCLUSIVE);
        if (looksAtRows(constraint)) {
            NotNullEffects.prove(
                    alteration,
                    column,
                    alone ? alteration.schema().withRows(List.of(alteration.table())) : alteration.rows());
        }
        NotNullEffects.demand(alteration, column);
    }

    // A column has one such constraint, and the one that it has keeps its name.
    private static void refuseSecondNotNull(Alteration alteration, Constraint constraint, Identifier column) {
        boolean other = constraint.name().isPresent()
                && ColumnEffects.column(alteration, column)
                        .filter(known -> known.nullability() != Column.Nullability.NULLABLE)
                        .isPresent()
                && constraint
                        .name()
                        .flatMap(name -> alteration.known().flatMap(table -> table.constraint(name)))
                        .isEmpty();
        alteration.impact().refuseIf(other, "column \"" + column + "\" is NOT NULL by another constraint");
    }

    private static boolean looksAtRows(Constraint constraint) {
        return constraint.checking().validity() == Validity.VALIDATED && !isNotEnforced(constraint);
    }

    static boolean isNotEnforced(Constraint constraint) {
        return constraint.checking().enforced() == Enforcement.NOT_ENFORCED;
    }

    private static void refuseTakenName(Alteration alteration, Constraint constraint) {
        constraint
                .name()
                .filter(name -> alteration
                        .known()
                        .flatMap(table -> table.constraint(name))
                        .isPresent())
                .filter(name -> !alteration.droppedConstraints().contains(name))
                .ifPresent(name -> alteration.impact().refuse("constraint \"" + name + "\" is there already"));
    }

    static void exclude(Alteration alteration) {
        alteration.needs(ACCESS_EXCLUSIVE);
        if (alteration.isPartitioned()) {
            alteration.scene().needs(17, "an exclusion constraint of a partitioned table");
        }
        lockBelow(alteration);
        alteration.impact().work(rowsOfKey(alteration), Work.INDEX_BUILD);
    }

    /** Judges a primary key or unique constraint. */
    static void key(Alteration alteration, Constraint constraint, ConstraintRule.Key key, boolean primary) {
        refuseTakenName(alteration, constraint);
        if (key.nulls() != ConstraintRule.Nulls.UNSAID) {
            alteration.scene().needs(15, "NULLS NOT DISTINCT");
        }
        if (key.elements().stream().anyMatch(element -> element.order().contains("WITHOUT OVERLAPS"))) {
            alteration.scene().needs(18, "WITHOUT OVERLAPS");
        }
        alteration.impact().refuseIf(primary && hasPrimaryKey(alteration), "there is a primary key already");
        refuseWithoutPartitionKey(alteration, key);
        Optional<Index> index =
                key.usingIndex().flatMap(name -> alteration.known().flatMap(table -> table.index(name)));
        index.ifPresent(known -> refuseIndex(alteration, known));
        alteration
                .impact()
                .refuseIf(
                        key.usingIndex().isPresent() && alteration.isPartitioned(),
                        "USING INDEX needs a table without partitions");
        lockForKey(alteration, key, primary);
        List<Identifier> columns = index.map(AddConstraintEffects::columns).orElseGet(key::columns);
        if (primary) {
            columns.forEach(column -> NotNullEffects.prove(alteration, column, alteration.rows()));
            columns.forEach(column -> NotNullEffects.demand(alteration, column));
            unknownColumns(alteration, key, index);
        }
        if (key.usingIndex().isEmpty()) {
            alteration.impact().work(rowsOfKey(alteration), Work.INDEX_BUILD);
        }
    }

    private static List<QualifiedName> rowsOfKey(Alteration alteration) {
        return alteration.isPartitioned()
                ? alteration.rows()
                : alteration.schema().withRows(List.of(alteration.table()));
    }

    // Of an index that is not known, its columns may hold NULL.
    private static void unknownColumns(Alteration alteration, ConstraintRule.Key key, Optional<Index> index) {
        if (key.usingIndex().isPresent() && index.isEmpty()) {
            alteration.impact().work(alteration.rows(), Work.SCAN);
        }
    }

    private static List<Identifier> columns(Index index) {
        return index.elements().stream()
                .flatMap(element -> element.column().stream())
                .toList();
    }

    private static boolean hasPrimaryKey(Alteration alteration) {
        return alteration.known().stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey)
                .anyMatch(constraint -> constraint
                        .name()
                        .filter(alteration.droppedConstraints()::contains)
                        .isEmpty());
    }

    private static void refuseIndex(Alteration alteration, Index index) {
        Impact impact = alteration.impact();
        impact.refuseIf(index.where().isPresent(), "the index is partial");
        impact.refuseIf(!index.isUnique(), "the index is not unique");
        impact.refuseIf(index.validity() == Index.Validity.INVALID, "the index is not valid");
        impact.refuseIf(columns(index).size() < index.elements().size(), "the index has an expression");
    }

    private static void refuseWithoutPartitionKey(Alteration alteration, ConstraintRule.Key key) {
        if (!alteration.isPartitioned()) {
            return;
        }
        List<String> columns = key.columns().stream().map(Identifier::name).toList();
        alteration
                .known()
                .flatMap(Table::partitioning)
                .filter(scheme -> !columns.containsAll(scheme.columns()))
                .ifPresent(scheme -> alteration.impact().refuse("it lacks a column of the partition key"));
    }

    private static void lockForKey(Alteration alteration, ConstraintRule.Key key, boolean primary) {
        boolean setsNotNull = primary && key.columns().stream().anyMatch(column -> isNullable(alteration, column));
        alteration.needs(ACCESS_EXCLUSIVE);
        if (setsNotNull) {
            alteration.needsAll(ACCESS_EXCLUSIVE);
        } else {
            lockBelow(alteration);
        }
    }

    // Until 17 partitions are locked as CREATE INDEX locks them. Since 18 also those that inherit are locked, even
    // where they
    // get nothing (measured).
    private static void lockBelow(Alteration alteration) {
        if (alteration.scene().atLeast(18)) {
            alteration.needsAll(ACCESS_EXCLUSIVE);
        } else if (alteration.isPartitioned()) {
            alteration.needsBelow(SHARE);
        }
    }

    private static boolean isNullable(Alteration alteration, Identifier column) {
        return ColumnEffects.column(alteration, column)
                .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                .isEmpty();
    }

    /** Judges a foreign key of the table. */
    static void foreignKey(Alteration alteration, Constraint constraint, ForeignKey key, Looks looks) {
        refuseTakenName(alteration, constraint);
        Scene scene = alteration.scene();
        Schema schema = alteration.schema();
        QualifiedName target = schema.name(key.references().table());
        if (schema.isMissing(target)) {
            alteration.impact().refuse("table \"" + target + "\" does not exist");
            return;
        }
        boolean notValid = constraint.checking().validity() == Validity.NOT_VALID;
        if (isNotEnforced(constraint)) {
            scene.needs(18, "NOT ENFORCED");
        }
        if (notValid && alteration.isPartitioned()) {
            scene.needs(18, "a foreign key NOT VALID of a partitioned table");
        }
        ForeignKeys.refuseImpossible(scene, alteration.table(), key);
        if (scene.atLeast(18)) {
            alteration.needsAll(SHARE_ROW_EXCLUSIVE);
        } else {
            alteration.needsPartitions(SHARE_ROW_EXCLUSIVE);
        }
        scene.impact().lock(schema.family(target), SHARE_ROW_EXCLUSIVE);
        if (looks == Looks.AT_ROWS && looksAtRows(constraint)) {
            List<QualifiedName> tables = alteration.isPartitioned() ? alteration.family() : List.of(alteration.table());
            scene.impact().work(schema.withRows(tables), Work.SCAN);
            if (!addsNull(alteration, key)) {
                scene.impact().work(schema.withRows(schema.family(target)), Work.SCAN);
            }
        }
    }

    // NULL in one of the columns refers to nothing.
    private static boolean addsNull(Alteration alteration, ForeignKey key) {
        return alteration
                .statement()
                .actions(ColumnAction.AddColumn.class)
                .anyMatch(add -> key.columns().contains(add.column()) && !AddColumnEffects.fills(add.definition()));
    }
}
