package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a statement adds to tables, whether it makes or changes them. */
final class Added {
    private Added() {}

    /** A foreign key and its table. */
    record Key(QualifiedName table, ConstraintRule.ForeignKey key, SourceSpan span) {}

    /** A column and its table. */
    record Field(QualifiedName table, ColumnDefinition column) {}

    /** Returns the columns that it makes, those of new tables included. */
    static Stream<Field> columns(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> create.columns().map(column -> new Field(create.name(), column));
            case AlterTable alter ->
                alter.actions(ColumnAction.AddColumn.class).map(add -> new Field(alter.table(), add.definition()));
            case Statement other -> Stream.empty();
        };
    }

    /** Returns the constraints that it makes, those at columns included. */
    static Stream<Constraint> constraints(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> create.constraints();
            case AlterTable alter ->
                Stream.concat(
                        alter.actions(ConstraintAction.AddConstraint.class)
                                .map(ConstraintAction.AddConstraint::constraint),
                        alter.actions(ColumnAction.AddColumn.class)
                                .flatMap(add -> add.definition().attributes(ColumnAttribute.Constrained.class))
                                .map(ColumnAttribute.Constrained::constraint));
            case Statement other -> Stream.empty();
        };
    }

    /** Returns the table that it makes or changes. */
    static Optional<QualifiedName> table(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> Optional.of(create.name());
            case AlterTable alter -> Optional.of(alter.table());
            case Statement other -> Optional.empty();
        };
    }

    /** Returns the foreign keys that it makes. */
    static Stream<Key> foreignKeys(StatementContext statement) {
        return table(statement).stream()
                .flatMap(table -> constraints(statement)
                        .filter(constraint -> constraint.rule() instanceof ConstraintRule.ForeignKey)
                        .map(constraint ->
                                new Key(table, (ConstraintRule.ForeignKey) constraint.rule(), constraint.span())));
    }
}
