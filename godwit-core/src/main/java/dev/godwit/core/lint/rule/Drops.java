package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import java.util.stream.Stream;

/** What rules about dropping have in common. */
final class Drops {
    private Drops() {}

    /** Returns what is dropped on the way forward: to drop what the way forward has made is the work of the way back. */
    static Stream<ColumnAction.DropColumn> columns(StatementContext statement) {
        return statement.file().isDown()
                        || !(statement.statement() instanceof AlterTable alter)
                        || statement.isNew(alter.table())
                ? Stream.empty()
                : alter.actions(ColumnAction.DropColumn.class);
    }

    /** Returns the objects of a kind that are dropped on the way forward. */
    static Stream<QualifiedName> objects(StatementContext statement, String kind) {
        return statement.file().isDown()
                        || !(statement.statement() instanceof DropObject drop)
                        || !drop.kind().equals(kind)
                        || drop.persistence() == Persistence.TEMPORARY
                ? Stream.empty()
                : drop.objects().stream();
    }

    /** Returns the table of an ALTER TABLE. */
    static QualifiedName table(StatementContext statement) {
        return ((AlterTable) statement.statement()).table();
    }

    /** Tells whether the same file added the column. */
    static boolean isOfThisMigration(StatementContext statement, Identifier column) {
        QualifiedName table = statement.before().resolve(table(statement));
        return statement.file().statements().stream()
                .filter(other -> other.index() < statement.index())
                .filter(other -> other.statement() instanceof AlterTable alter
                        && other.before().resolve(alter.table()).equals(table))
                .flatMap(other -> other.actions(ColumnAction.AddColumn.class))
                .anyMatch(add -> add.column().equals(column));
    }
}
