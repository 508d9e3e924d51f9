package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ColumnAction.SetNotNull;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The safe ways that several rules advise, in SQL. */
final class SafeWays {
    static final String LATER = "-- in a later migration:";
    static final String BATCHES = "-- in batches, each committed by itself:";

    private SafeWays() {}

    /** NOT NULL by a check that is validated while others work. */
    static List<String> notNull(StatementContext context, QualifiedName table, Identifier column) {
        Identifier check = Sql.name(table, column.name(), "present");
        if (context.version().atLeast(18)) {
            return List.of(
                    context.sql(Sql.alter(table, Sql.notValid(check, new NotNull(column)))),
                    LATER,
                    context.sql(Sql.alter(table, new ValidateConstraint(check))));
        }
        return List.of(
                context.sql(Sql.alter(table, Sql.notValid(check, Sql.present(context, column)))),
                LATER,
                context.sql(Sql.alter(table, new ValidateConstraint(check))),
                context.sql(Sql.alter(table, new SetNotNull(column, Optional.empty()))),
                context.sql(Sql.alter(
                        table,
                        new DropConstraint(
                                DropConstraint.Kind.CONSTRAINT, Optional.of(check), Guard.NONE, Behavior.UNSAID))));
    }

    /** A constraint that is validated later, while others work. */
    static List<String> validatedLater(Act<AddConstraint> add, String suffix) {
        Identifier name = add.action().constraint().name().orElse(Sql.name(add.table(), suffix));
        return List.of(add.sql(Sql.notValid(add.action(), name)), LATER, add.sql(new ValidateConstraint(name)));
    }

    /** A key whose index is built while others work. */
    static List<String> key(
            StatementContext context, QualifiedName table, Constraint constraint, ConstraintRule.Key key) {
        Identifier name = constraint
                .name()
                .orElse(Sql.name(table, constraint.rule() instanceof PrimaryKey ? "pkey" : keyName(key)));
        return List.of(
                "-- outside of a transaction:",
                context.sql(Sql.uniqueIndex(name, table, key)),
                context.sql(Sql.alter(table, Sql.usingIndex(name, constraint))));
    }

    private static String keyName(ConstraintRule.Key key) {
        return Stream.concat(key.columns().stream().map(Identifier::name), Stream.of("key"))
                .collect(Collectors.joining("_"));
    }

    /** A value for all rows, some at a time. */
    static List<String> backfill(StatementContext context, QualifiedName table, Identifier column, String value) {
        String name = context.sql(new QualifiedName(List.of(column)));
        return List.of(
                BATCHES,
                "UPDATE " + context.sql(table) + " SET " + name + " = " + value + " WHERE " + name
                        + " IS NULL AND id BETWEEN 1 AND 10000;");
    }

    /** Another column that takes over, both kept the same meanwhile. */
    static List<String> takeOver(Act<? extends ColumnAction> act, TypeName type) {
        Identifier old = act.action().column();
        Identifier next = new Identifier(old.name() + "_new");
        AddColumn add = new AddColumn(
                new ColumnDefinition(new SourceSpan(0, 0), next, Optional.of(type), List.of()),
                Guard.NONE,
                Position.UNSAID);
        return Stream.of(
                        Stream.of(
                                act.sql(add), "-- keep both columns the same by a trigger on INSERT and UPDATE, then"),
                        backfill(act.context(), act.table(), next, act.context().sql(new QualifiedName(List.of(old))))
                                .stream(),
                        Stream.of(
                                "-- let the application read " + next + ", and drop " + old + " when nothing uses it"))
                .flatMap(lines -> lines)
                .toList();
    }
}
