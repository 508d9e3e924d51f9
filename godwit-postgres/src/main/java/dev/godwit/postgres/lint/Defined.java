package dev.godwit.postgres.lint;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TypeName;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the columns that a statement defines. */
final class Defined {
    private Defined() {}

    static Stream<ColumnDefinition> columns(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> create.columns();
            case AlterTable alter -> alter.actions(AddColumn.class).map(AddColumn::definition);
            case Statement other -> Stream.empty();
        };
    }

    /** Returns the columns whose type, as written, is one of those. */
    static Stream<ColumnDefinition> typed(StatementContext statement, Predicate<TypeName> wanted) {
        return columns(statement).filter(column -> column.type().filter(wanted).isPresent());
    }
}
