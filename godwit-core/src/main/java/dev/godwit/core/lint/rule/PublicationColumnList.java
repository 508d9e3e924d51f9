package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Publication;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of columns that a publication names. */
final class PublicationColumnList implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "publication-column-list", Category.REPLICATION, "A publication names the column that is changed")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)) {
            return Stream.empty();
        }
        return alter.actions().stream()
                .filter(action ->
                        action instanceof ColumnAction.DropColumn || action instanceof ColumnAction.ChangeType)
                .map(action -> (ColumnAction) action)
                .flatMap(action -> statement.before().publications().stream()
                        .filter(publication -> names(statement, publication, alter.table(), action.column()))
                        .map(publication -> found(statement, publication, alter.table(), action.column())));
    }

    private static boolean names(
            StatementContext statement, Publication publication, QualifiedName table, Identifier column) {
        return publication.tables().stream()
                .filter(member -> statement
                        .before()
                        .resolve(member.table())
                        .equals(statement.before().resolve(table)))
                .anyMatch(member -> member.columns().contains(column)
                        || member.where()
                                .filter(where -> where.mentions(column))
                                .isPresent());
    }

    private static Found found(
            StatementContext statement, Publication publication, QualifiedName table, Identifier column) {
        return Found.at(statement, "the server refuses it, or subscribers of " + publication.name() + " stop")
                .about(table)
                .because(publication.name() + " has " + column + " in its column list or row filter")
                .instead(List.of(
                        "ALTER PUBLICATION " + statement.sql(publication.name()) + " SET TABLE " + statement.sql(table)
                                + " (<the columns that stay>);",
                        statement.text() + ";"));
    }
}
