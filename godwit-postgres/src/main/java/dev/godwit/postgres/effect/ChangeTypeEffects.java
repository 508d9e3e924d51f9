package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.Work;
import dev.godwit.postgres.effect.Schema.Reference;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges {@code ALTER COLUMN … TYPE}: what is done with the rows, and what is built anew on the column. */
final class ChangeTypeEffects {
    private static final Set<String> SERIALS = Set.of("serial", "bigserial", "smallserial");

    private ChangeTypeEffects() {}

    static void judge(Alteration alteration, ChangeType change) {
        Identifier column = change.column();
        if (ColumnEffects.lacks(alteration, column)) {
            return;
        }
        alteration.needsAll(ACCESS_EXCLUSIVE);
        refuse(alteration, change);
        QualifiedName table = alteration.table();
        alteration.impact().breaks(Breakage.Kind.PREPARED_STATEMENTS, table, "");
        Optional<TypeName> before = ColumnEffects.column(alteration, column).flatMap(Column::type);
        if (before.isEmpty()) {
            unknownType(alteration, change);
            return;
        }
        PostgresType from = PostgresType.of(before.get(), alteration.schema());
        PostgresType to = PostgresType.of(change.type(), alteration.schema());
        TypeChange kind = kind(alteration, change, from, to);
        boolean virtual = GeneratedEffects.isVirtual(alteration, column);
        alteration
                .impact()
                .refuseIf(
                        kind == TypeChange.IMPOSSIBLE,
                        "no cast from " + before.get() + " to " + change.type() + " is assigned");
        defaults(alteration, column, from, to);
        if (kind == TypeChange.REWRITE && !virtual) {
            alteration.impact().work(alteration.rows(), Work.REWRITE);
            if (change.using().isPresent() || !Widening.keepsValues(from, to)) {
                alteration.impact().lose(Loss.Kind.NARROWED_VALUES, table, column.name());
            }
        }
        if (!from.equals(to) && !Widening.isHarmless(from, to)) {
            alteration.impact().breaks(Breakage.Kind.TYPE_CHANGED, table, column.name());
        }
        identity(alteration, column);
        rebuild(alteration, change, from, to);
    }

    // It may be the type that it has, but who writes this mostly wants another: all rows, and all that may hang on it.
    private static void unknownType(Alteration alteration, ChangeType change) {
        alteration.impact().work(alteration.rows(), Work.REWRITE);
        alteration
                .impact()
                .lose(
                        Loss.Kind.NARROWED_VALUES,
                        alteration.table(),
                        change.column().name());
        alteration
                .impact()
                .breaks(
                        Breakage.Kind.TYPE_CHANGED,
                        alteration.table(),
                        change.column().name());
    }

    private static TypeChange kind(Alteration alteration, ChangeType change, PostgresType from, PostgresType to) {
        if (!alteration.scene().atLeast(12)
                && isTimestamp(from)
                && isTimestamp(to)
                && !from.name().equals(to.name())) {
            return TypeChange.REWRITE;
        }
        return change.using()
                .map(using -> TypeChange.using(change.column(), using, from, to, alteration.schema()))
                .orElseGet(() -> TypeChange.of(from, to, alteration.schema()));
    }

    // Before 12 no time zone made the two the same (release notes of 12; measured on 10 and 11).
    private static boolean isTimestamp(PostgresType type) {
        return type.name().equals("timestamp") || type.name().equals("timestamptz");
    }

    private static void refuse(Alteration alteration, ChangeType change) {
        Identifier column = change.column();
        Impact impact = alteration.impact();
        Schema schema = alteration.schema();
        QualifiedName table = alteration.table();
        impact.refuseIf(SERIALS.contains(change.type().base()), "serial is no type of a column that is there");
        impact.refuseIf(schema.inherits(table, column), "column \"" + column + "\" is inherited");
        impact.refuseIf(AddColumnEffects.isTyped(alteration), "\"" + table + "\" is a typed table");
        impact.refuseIf(DropColumnEffects.isInPartitionKey(alteration, column), "it is in the partition key");
        impact.refuseIf(alteration.isOnly() && alteration.hasDescendants(), "the children must be changed too");
        schema.viewsUsing(table, column)
                .forEach(view -> impact.refuse("view \"" + view.name() + "\" uses column \"" + column + "\""));
        alteration.known().ifPresent(known -> {
            known.columns().stream()
                    .flatMap(other -> other.generated().stream())
                    .filter(generated -> generated.value().mentions(column))
                    .forEach(generated -> impact.refuse("a generated column is computed from \"" + column + "\""));
            known.triggers().stream()
                    .filter(trigger -> trigger.columns().contains(column))
                    .forEach(trigger -> impact.refuse("trigger \"" + trigger.name() + "\" names \"" + column + "\""));
        });
        schema.policiesUsing(table, column)
                .forEach(policy -> impact.refuse("policy \"" + policy + "\" uses \"" + column + "\""));
    }

    private static void defaults(Alteration alteration, Identifier column, PostgresType from, PostgresType to) {
        boolean stays = ColumnEffects.column(alteration, column)
                        .filter(known -> known.defaultValue().isPresent())
                        .isPresent()
                && !alteration.dropsDefault(column);
        Casts.Way way = Casts.between(from, to);
        alteration
                .impact()
                .refuseIf(
                        stays && (way == Casts.Way.EXPLICIT || way == Casts.Way.NONE),
                        "the default of \"" + column + "\" cannot become " + to.name());
    }

    private static void identity(Alteration alteration, Identifier column) {
        boolean identity = ColumnEffects.column(alteration, column)
                .flatMap(Column::identity)
                .isPresent();
        if (identity) {
            alteration.impact().lock(GeneratedEffects.sequence(alteration, column), SHARE_ROW_EXCLUSIVE);
        }
    }

    private static void rebuild(Alteration alteration, ChangeType change, PostgresType from, PostgresType to) {
        for (QualifiedName member : alteration.rows()) {
            alteration.schema().table(member).ifPresent(known -> {
                for (Index index : known.indexes()) {
                    if (isBuiltAnew(alteration, index, change, from, to)) {
                        alteration.impact().work(member, Work.INDEX_BUILD);
                    }
                }
                for (TableConstraint constraint : known.constraints()) {
                    if (isCheckedAnew(alteration, constraint, change.column())) {
                        alteration.impact().work(member, Work.SCAN);
                    }
                }
            });
        }
        references(alteration, change.column(), from, to);
    }

    // An index on the column alone is kept where it would be the same; one with an expression or a predicate never is
    // (CheckIndexCompatible).
    private static boolean isBuiltAnew(
            Alteration alteration, Index index, ChangeType change, PostgresType from, PostgresType to) {
        Identifier column = change.column();
        if (!index.uses(column)
                || index.name()
                        .filter(alteration.droppedConstraints()::contains)
                        .isPresent()) {
            return false;
        }
        boolean computed = index.where().filter(where -> where.mentions(column)).isPresent()
                || index.elements().stream()
                        .anyMatch(element -> element.expression().isPresent());
        boolean collated = change.collation().isPresent();
        return computed || collated || !OperatorClasses.same(from, to);
    }

    private static boolean isCheckedAnew(Alteration alteration, TableConstraint constraint, Identifier column) {
        boolean dropped = constraint
                .name()
                .filter(alteration.droppedConstraints()::contains)
                .isPresent();
        return !dropped
                && constraint.isProved()
                && constraint.rule() instanceof ConstraintRule.Check check
                && check.condition().mentions(column);
    }

    // A foreign key is dropped and added again; its rows are looked at unless the server can tell that nothing has
    // changed.
    private static void references(Alteration alteration, Identifier column, PostgresType from, PostgresType to) {
        Schema schema = alteration.schema();
        Stream<Reference> outgoing = schema.outgoing(alteration.table())
                .filter(reference -> reference.key().columns().contains(column));
        Stream<Reference> incoming = schema.incoming(alteration.table())
                .filter(reference -> schema.targetColumns(reference.key()).contains(column));
        for (Reference reference : Stream.concat(outgoing, incoming).distinct().toList()) {
            boolean dropped = reference
                    .constraint()
                    .name()
                    .filter(alteration.droppedConstraints()::contains)
                    .isPresent();
            if (dropped) {
                continue;
            }
            List<QualifiedName> both = Stream.concat(
                            schema.family(reference.from().name()).stream(),
                            schema.family(schema.target(reference)).stream())
                    .toList();
            alteration.impact().lock(both, ACCESS_EXCLUSIVE);
            if (!from.sameBase(to) && !OperatorClasses.same(from, to) && isValid(reference)) {
                alteration.impact().work(schema.withRows(both), Work.SCAN);
            }
            incompatible(alteration, reference, column, to);
        }
    }

    private static boolean isValid(Reference reference) {
        return reference.constraint().checking().validity() == Constraint.Validity.VALIDATED;
    }

    private static void incompatible(Alteration alteration, Reference reference, Identifier column, PostgresType to) {
        Schema schema = alteration.schema();
        boolean refers = reference.from().name().equals(alteration.table())
                && reference.key().columns().contains(column);
        List<Identifier> own = refers ? reference.key().columns() : schema.targetColumns(reference.key());
        List<Identifier> others =
                refers ? schema.targetColumns(reference.key()) : reference.key().columns();
        QualifiedName other =
                refers ? schema.target(reference) : reference.from().name();
        int at = own.indexOf(column);
        boolean self = other.equals(alteration.table());
        if (at < 0 || at >= others.size() || (self && others.get(at).equals(column))) {
            return;
        }
        schema.table(other)
                .flatMap(table -> table.column(others.get(at)))
                .flatMap(Column::type)
                .map(type -> PostgresType.of(type, schema))
                .filter(type -> !OperatorClasses.comparable(to, type))
                .ifPresent(type -> alteration
                        .impact()
                        .refuse("a foreign key compares \"" + column + "\" with " + type.name() + ", which " + to.name()
                                + " is not"));
    }
}
