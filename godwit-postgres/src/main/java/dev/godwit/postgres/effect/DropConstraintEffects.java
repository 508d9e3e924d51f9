package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Loss;
import dev.godwit.postgres.effect.Schema.Reference;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** Judges {@code DROP CONSTRAINT}. A foreign key is also a pair of triggers on the table that it refers to, which is locked as strongly. */
final class DropConstraintEffects {
    private DropConstraintEffects() {}

    static void judge(Alteration alteration, DropConstraint drop) {
        Optional<Identifier> name = drop.name();
        if (name.isEmpty()) {
            AlterEffects.unknownHere(alteration, "DROP " + drop.kind());
            return;
        }
        Optional<TableConstraint> constraint = alteration.known().flatMap(table -> table.constraint(name.get()));
        if (constraint.isEmpty()) {
            missing(alteration, drop, name.get());
            return;
        }
        alteration
                .impact()
                .refuseIf(
                        isInherited(alteration, name.get()) || isPartOfKey(alteration, constraint.get()),
                        "constraint \"" + name.get() + "\" is inherited");
        drop(alteration, constraint.get(), drop.behavior());
        alteration
                .impact()
                .lose(Loss.Kind.CONSTRAINT, alteration.table(), name.get().name());
        alteration
                .impact()
                .breaks(
                        Breakage.Kind.GUARANTEE_GONE,
                        alteration.table(),
                        name.get().name());
    }

    private static void missing(Alteration alteration, DropConstraint drop, Identifier name) {
        alteration.needs(ACCESS_EXCLUSIVE);
        boolean isMissing = alteration
                .known()
                .filter(table -> table.knowledge() == Table.Knowledge.WHOLE)
                .isPresent();
        if (isMissing) {
            alteration
                    .impact()
                    .refuseIf(
                            drop.guard() != Guard.IF_EXISTS,
                            "\"" + alteration.table() + "\" has no constraint \"" + name + "\"");
            return;
        }
        alteration.impact().lose(Loss.Kind.CONSTRAINT, alteration.table(), name.name());
        alteration.impact().breaks(Breakage.Kind.GUARANTEE_GONE, alteration.table(), name.name());
    }

    private static boolean isInherited(Alteration alteration, Identifier name) {
        return alteration
                .schema()
                .parents(alteration.table())
                .anyMatch(parent -> alteration
                        .schema()
                        .table(parent)
                        .flatMap(table -> table.constraint(name))
                        .filter(constraint -> alteration.isPartition()
                                || constraint.rule() instanceof ConstraintRule.Check
                                || constraint.rule() instanceof ConstraintRule.NotNull)
                        .filter(constraint -> constraint.checking().inheritance() != Inheritance.NO_INHERIT)
                        .isPresent());
    }

    // The key of a partition belongs to that of the partitioned table, under a name of its own.
    private static boolean isPartOfKey(Alteration alteration, TableConstraint constraint) {
        List<Identifier> columns = keyColumns(constraint);
        return alteration.isPartition()
                && !columns.isEmpty()
                && alteration
                        .schema()
                        .parents(alteration.table())
                        .flatMap(parent -> alteration.schema().table(parent).stream())
                        .flatMap(parent -> parent.constraints().stream())
                        .anyMatch(above -> keyColumns(above).equals(columns)
                                && above.rule()
                                        .getClass()
                                        .equals(constraint.rule().getClass()));
    }

    private static List<Identifier> keyColumns(TableConstraint constraint) {
        return switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey key -> key.key().columns();
            case ConstraintRule.Unique key -> key.key().columns();
            case ConstraintRule.Check other -> List.of();
            case ConstraintRule.NotNull other -> List.of();
            case ConstraintRule.Exclude other -> List.of();
            case ForeignKey other -> List.of();
        };
    }

    private static void drop(Alteration alteration, TableConstraint constraint, Behavior behavior) {
        Schema schema = alteration.schema();
        switch (constraint.rule()) {
            case ConstraintRule.Check check -> {
                if (constraint.checking().inheritance() == Inheritance.NO_INHERIT) {
                    alteration.needs(ACCESS_EXCLUSIVE);
                } else {
                    alteration.needsAll(ACCESS_EXCLUSIVE);
                }
            }
            case ConstraintRule.NotNull notNull -> alteration.needsAll(ACCESS_EXCLUSIVE);
            case ConstraintRule.Exclude exclude -> alteration.needsPartitions(ACCESS_EXCLUSIVE);
            case ConstraintRule.PrimaryKey key -> key(alteration, key.key().columns(), behavior);
            case ConstraintRule.Unique key -> key(alteration, key.key().columns(), behavior);
            case ForeignKey key -> {
                alteration.needsPartitions(ACCESS_EXCLUSIVE);
                alteration.impact().lock(schema.family(key.references().table()), ACCESS_EXCLUSIVE);
            }
        }
    }

    private static void key(Alteration alteration, List<Identifier> columns, Behavior behavior) {
        Schema schema = alteration.schema();
        alteration.needsPartitions(ACCESS_EXCLUSIVE);
        List<Reference> uses = schema.incoming(alteration.table())
                .filter(reference -> sameColumns(schema.targetColumns(reference.key()), columns))
                .filter(reference -> reference
                        .constraint()
                        .name()
                        .filter(alteration.droppedConstraints()::contains)
                        .isEmpty())
                .toList();
        for (Reference reference : uses) {
            QualifiedName from = reference.from().name();
            alteration
                    .impact()
                    .refuseIf(
                            behavior != Behavior.CASCADE,
                            "a foreign key of \"" + from + "\" refers to it, and CASCADE is not said");
            alteration.impact().lock(schema.family(from), ACCESS_EXCLUSIVE);
            alteration
                    .impact()
                    .lose(
                            Loss.Kind.CONSTRAINT,
                            from,
                            reference.constraint().name().map(Identifier::name).orElse(""));
        }
    }

    private static boolean sameColumns(List<Identifier> a, List<Identifier> b) {
        return new java.util.HashSet<>(a).equals(new java.util.HashSet<>(b));
    }
}
