package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Identifier;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that MODIFY or CHANGE defines anew. */
record Redefined(Identifier column, ColumnDefinition definition) {
    static Stream<Redefined> in(StatementContext statement) {
        return statement.actions(AlterAction.class).flatMap(action -> switch (action) {
            case ColumnAction.ModifyColumn modify -> Stream.of(new Redefined(modify.column(), modify.definition()));
            case ColumnAction.ChangeColumn change -> Stream.of(new Redefined(change.column(), change.definition()));
            case AlterAction other -> Stream.empty();
        });
    }

    /** Tells whether it says that a column which is known to be NOT NULL may be NULL; one that only leaves NOT NULL out has a rule of its own. */
    boolean admitsNull(StatementContext statement) {
        return definition.attribute(ColumnAttribute.Nullable.class).isPresent()
                && before(statement)
                        .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                        .isPresent();
    }

    private Optional<Column> before(StatementContext statement) {
        return table(statement).flatMap(known -> known.column(column));
    }

    private static Optional<Table> table(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter
                ? statement.before().table(alter.table())
                : Optional.empty();
    }
}
