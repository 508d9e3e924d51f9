package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds columns whose drop takes indexes and constraints along. */
final class DropColumnInIndex implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "drop-column-in-index", Category.LOCK, "A dropped column takes its indexes and constraints along")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.DropColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(ColumnAction.DropColumn.class)
                .flatMap(drop -> statement.before().table(alter.table()).stream()
                        .flatMap(table -> found(statement, table, drop.column()).stream()));
    }

    private static Optional<Found> found(StatementContext statement, Table table, Identifier column) {
        List<Identifier> indexes = table.indexes().stream()
                .filter(index -> index.uses(column) && (index.elements().size() > 1 || index.isUnique()))
                .flatMap(index -> index.name().stream())
                .toList();
        if (indexes.isEmpty()) {
            return Optional.empty();
        }
        String names = indexes.stream().map(Identifier::name).collect(Collectors.joining(", "));
        return Optional.of(Found.at(
                        statement,
                        "with " + column + " go " + names + ": queries on their other columns read all of "
                                + table.name() + ", and what was unique is no longer")
                .weighing(table.name())
                .because("PostgreSQL drops every index and constraint that has the column, without a word")
                .instead(List.of("-- build what takes their place first, CREATE INDEX CONCURRENTLY …, and drop"
                        + " the old one by name")));
    }
}
