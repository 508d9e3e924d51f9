package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds foreign keys whose columns no index begins with. */
final class ForeignKeyMissingIndex implements Rule {
    // MySQL and MariaDB make the index; SQLite looks at references only where a connection asks for it.
    private static final RuleInfo INFO = RuleInfo.warn(
                    "foreign-key-missing-index",
                    Category.LOCK,
                    "Each delete in the referenced table reads this one as a whole")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, ColumnAction.AddColumn.class, ConstraintAction.AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.file().isDown()) {
            return Stream.empty();
        }
        return Added.foreignKeys(statement)
                .filter(added -> lacksIndex(statement, added))
                .map(added -> found(statement, added));
    }

    // A later statement, in this file or another, may still make the index.
    private static boolean lacksIndex(StatementContext statement, Added.Key added) {
        Optional<Table> table = last(statement).table(added.table());
        return table.filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                .filter(known -> known.column(added.key().columns().getFirst()).isPresent())
                .filter(known -> known.indexes().stream()
                        .noneMatch(index -> serves(index, added.key().columns())))
                .filter(known -> known.rules(ConstraintRule.PrimaryKey.class)
                        .noneMatch(
                                key -> begins(key.key().columns(), added.key().columns())))
                .filter(known -> known.rules(ConstraintRule.Unique.class)
                        .noneMatch(
                                key -> begins(key.key().columns(), added.key().columns())))
                .isPresent();
    }

    private static Catalog last(StatementContext statement) {
        return Folders.end(statement.file().folder()).orElseGet(statement::after);
    }

    private static boolean serves(Index index, List<Identifier> columns) {
        return index.where().isEmpty()
                && begins(
                        index.elements().stream()
                                .flatMap(element -> element.column().stream())
                                .toList(),
                        columns);
    }

    private static boolean begins(List<Identifier> key, List<Identifier> columns) {
        return key.size() >= columns.size() && key.subList(0, columns.size()).containsAll(columns);
    }

    private static Found found(StatementContext statement, Added.Key added) {
        QualifiedName parent = added.key().references().table();
        String columns = added.key().columns().stream()
                .map(column -> statement.sql(new QualifiedName(List.of(column))))
                .collect(Collectors.joining(", "));
        boolean isNew = statement.isNew(added.table()) || statement.statement() instanceof CreateTable;
        return Found.at(
                        statement,
                        "each DELETE of a row of " + parent + ", and each change of its key, reads all of "
                                + added.table() + " and waits for it")
                .marking(added.span())
                .about(added.table())
                .about(parent)
                .because("the server makes no index for a foreign key, and looks for rows that point to the one that"
                        + " goes")
                .instead(List.of("CREATE INDEX "
                        + (isNew ? "" : "CONCURRENTLY ") + "ON "
                        + statement.sql(added.table()) + " (" + columns + ");"));
    }
}
