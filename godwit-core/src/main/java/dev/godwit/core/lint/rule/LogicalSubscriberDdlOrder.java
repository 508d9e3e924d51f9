package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of published tables, which subscribers do not get. */
final class LogicalSubscriberDdlOrder implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "logical-subscriber-ddl-order",
                    Category.REPLICATION,
                    "Subscribers do not get the change of the schema")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(
                ColumnAction.AddColumn.class,
                ColumnAction.DropColumn.class,
                ColumnAction.RenameColumn.class,
                ColumnAction.ChangeType.class,
                TableAction.RenameTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        boolean adds = alter.actions(ColumnAction.AddColumn.class).findAny().isPresent();
        boolean changes = alter.actions().stream()
                .anyMatch(action -> action instanceof ColumnAction.DropColumn
                        || action instanceof ColumnAction.RenameColumn
                        || action instanceof ColumnAction.ChangeType
                        || action instanceof TableAction.RenameTable);
        if (!adds && !changes) {
            return Stream.empty();
        }
        return Published.with(statement.before(), alter.table()).stream()
                .map(publication -> Found.at(
                                statement,
                                "subscribers of " + publication.name()
                                        + " stop at the first row that does not fit their table")
                        .about(alter.table())
                        .because("logical replication carries rows, not changes of the schema")
                        .instead(List.of(
                                adds
                                        ? "-- add the column on every subscriber first, then here"
                                        : "-- change it here first, and on the subscribers when they have caught up")));
    }
}
