package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds IF NOT EXISTS over an object that is there with another definition. */
final class IfNotExistsMasksDrift implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
            "if-not-exists-masks-drift",
            Category.IDEMPOTENCY,
            "IF NOT EXISTS passes over a different object of that name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create when create.guard() == Guard.IF_NOT_EXISTS -> table(statement, create);
            case AlterTable alter ->
                alter.actions(ColumnAction.AddColumn.class)
                        .filter(add -> add.guard() == Guard.IF_NOT_EXISTS)
                        .flatMap(add -> column(statement, alter.table(), add.definition()).stream());
            case Statement other -> Stream.empty();
        };
    }

    private static Stream<Found> table(StatementContext statement, CreateTable create) {
        return statement.before().table(create.name()).stream()
                .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                .filter(known -> create.elements().stream().noneMatch(element -> element instanceof Element.Like))
                .flatMap(known -> difference(known, create).stream())
                .map(difference -> Found.at(statement, "the table is there already, and stays as it is: " + difference)
                        .about(create.name())
                        .because("IF NOT EXISTS looks at the name alone")
                        .instead(List.of("-- add what is missing with ALTER TABLE " + statement.sql(create.name()))));
    }

    private static Optional<String> difference(Table known, CreateTable create) {
        return create.columns()
                .map(column -> known.column(column.name())
                        .map(there -> differs(there, column)
                                ? column.name() + " is " + there.type().orElseThrow() + " there"
                                : "")
                        .orElse("it has no column " + column.name()))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static boolean differs(Column known, ColumnDefinition column) {
        return known.type().isPresent()
                && column.type().isPresent()
                && !TypeKinds.of(known.type().get())
                        .equals(TypeKinds.of(column.type().get()));
    }

    private static Optional<Found> column(StatementContext statement, QualifiedName table, ColumnDefinition column) {
        return statement
                .before()
                .table(table)
                .flatMap(known -> known.column(column.name()))
                .filter(known -> differs(known, column))
                .map(known -> Found.at(
                                statement,
                                "the column is there already, and stays "
                                        + known.type().orElseThrow())
                        .marking(column.span())
                        .about(table)
                        .because("IF NOT EXISTS looks at the name alone")
                        .instead(List.of("-- change its type in a step of its own, or take another name")));
    }
}
