package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.UserType;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement.Guard;
import java.util.Optional;
import java.util.Set;

/**
 * Judges {@code ADD COLUMN}. A default that is computed once is kept beside the table (since 11); what differs from row to row is written
 * into each of them.
 */
final class AddColumnEffects {
    private static final Set<String> SERIALS =
            Set.of("serial", "serial2", "serial4", "serial8", "bigserial", "smallserial");

    private AddColumnEffects() {}

    static void judge(Alteration alteration, AddColumn add) {
        Identifier name = add.column();
        ColumnDefinition column = add.definition();
        Impact impact = alteration.impact();
        if (ColumnEffects.has(alteration, name)) {
            impact.refuseIf(add.guard() != Guard.IF_NOT_EXISTS, "column \"" + name + "\" is there already");
            alteration.needs(ACCESS_EXCLUSIVE);
            return;
        }
        impact.refuseIf(alteration.isPartition(), "\"" + alteration.table() + "\" is a partition");
        impact.refuseIf(isTyped(alteration), "\"" + alteration.table() + "\" is a typed table");
        if (alteration.refusesOnly("the columns")) {
            return;
        }
        alteration.needsAll(ACCESS_EXCLUSIVE);
        rows(alteration, column);
        column.attributes(ColumnAttribute.Constrained.class)
                .forEach(at -> constraint(alteration, column, at.constraint()));
        impact.breaks(Breakage.Kind.PREPARED_STATEMENTS, alteration.table(), "");
        if (isNotNull(alteration, column) && !fills(column)) {
            impact.breaks(Breakage.Kind.VALUE_DEMANDED, alteration.table(), name.name());
        }
    }

    static boolean isTyped(Alteration alteration) {
        return alteration
                .known()
                .filter(table -> table.options().containsKey(Table.OF))
                .isPresent();
    }

    private static void rows(Alteration alteration, ColumnDefinition column) {
        value(column).ifPresent(value -> Volatility.refuseTooNew(value, alteration.scene()));
        Optional<Generated> generated = column.attribute(Generated.class);
        if (generated.isPresent() && generated.get().storing() != Storing.STORED) {
            alteration.scene().needs(18, "a virtual generated column");
            if (isNotNull(alteration, column)) {
                alteration.impact().work(alteration.rows(), Work.SCAN);
            }
            return;
        }
        if (writesEachRow(alteration, column, generated)) {
            alteration.impact().work(alteration.rows(), Work.REWRITE);
            value(column).ifPresent(value -> drawn(alteration, value));
            return;
        }
        alteration
                .impact()
                .refuseIf(
                        isNotNull(alteration, column)
                                && !fills(column)
                                && !alteration.rows().isEmpty(),
                        "column \"" + column.name() + "\" would be NULL in the rows that are there");
    }

    // The sequence is locked as by anybody who draws from it.
    private static void drawn(Alteration alteration, Expression value) {
        Defaults.drawn(value)
                .map(alteration.schema()::name)
                .ifPresent(sequence -> alteration.impact().lock(sequence, PostgresLock.ROW_EXCLUSIVE));
    }

    private static boolean writesEachRow(
            Alteration alteration, ColumnDefinition column, Optional<Generated> generated) {
        return generated.isPresent()
                || isSerial(column)
                || isWrittenOut(alteration, column)
                || column.attribute(ColumnAttribute.Identity.class).isPresent()
                || value(column)
                        .filter(value -> Volatility.isVolatile(value, alteration.schema()))
                        .isPresent()
                || isCheckedDomain(alteration, column);
    }

    // Since 11 a default that is the same for all rows is kept in the catalog (release notes of 11; measured on 10 and
    // 11).
    private static boolean isWrittenOut(Alteration alteration, ColumnDefinition column) {
        return !alteration.scene().atLeast(11) && value(column).isPresent();
    }

    private static boolean isSerial(ColumnDefinition column) {
        return column.type().filter(type -> SERIALS.contains(type.base())).isPresent();
    }

    // Its constraints are checked by computing the value of each row, whatever the default (measured, 14 to 18).
    private static boolean isCheckedDomain(Alteration alteration, ColumnDefinition column) {
        return column.type()
                .filter(type -> PostgresType.of(type, alteration.schema()).checked())
                .isPresent();
    }

    /** Returns the default, unless it is NULL. */
    private static Optional<Expression> value(ColumnDefinition column) {
        return column.attribute(ColumnAttribute.Default.class)
                .map(ColumnAttribute.Default::value)
                .filter(value -> !(value.tokens().size() == 1 && value.has("NULL")));
    }

    /** Tells whether a row gets a value without being told one. */
    static boolean fills(ColumnDefinition column) {
        return value(column).isPresent()
                || isSerial(column)
                || column.attribute(ColumnAttribute.Identity.class).isPresent()
                || column.attribute(Generated.class).isPresent();
    }

    private static boolean isNotNull(Alteration alteration, ColumnDefinition column) {
        return column.has(ConstraintRule.NotNull.class)
                || column.has(PrimaryKey.class)
                || column.type()
                        .flatMap(type -> alteration.schema().catalog().type(type.name()))
                        .filter(AddColumnEffects::refusesNull)
                        .isPresent();
    }

    private static boolean refusesNull(UserType type) {
        return type instanceof UserType.Domain domain
                && domain.constraints().stream()
                        .map(TableConstraint::rule)
                        .anyMatch(ConstraintRule.NotNull.class::isInstance);
    }

    private static void constraint(Alteration alteration, ColumnDefinition column, Constraint constraint) {
        switch (constraint.rule()) {
            case ConstraintRule.NotNull notNull -> {}
            case ConstraintRule.Check check -> AddConstraintEffects.check(alteration, constraint);
            case ConstraintRule.PrimaryKey key -> AddConstraintEffects.key(alteration, constraint, key.key(), true);
            case ConstraintRule.Unique key -> AddConstraintEffects.key(alteration, constraint, key.key(), false);
            case ConstraintRule.Exclude exclude -> AddConstraintEffects.exclude(alteration);
            // NULL refers to nothing, so that no row need be looked at.
            case ForeignKey key ->
                AddConstraintEffects.foreignKey(
                        alteration,
                        constraint,
                        key,
                        fills(column) ? AddConstraintEffects.Looks.AT_ROWS : AddConstraintEffects.Looks.AT_NONE);
        }
    }
}
