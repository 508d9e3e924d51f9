package dev.godwit.mysql.lint;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction.DropTableIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds columns whose drop changes indexes that have others too. */
final class DropColumnInIndex implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "drop-column-in-index", Category.LOCK, "A dropped column takes its indexes and constraints along")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || statement.file().isDown()) {
            return Stream.empty();
        }
        return alter.actions(DropColumn.class)
                .flatMap(drop -> statement.before().table(alter.table()).stream()
                        .flatMap(table -> found(statement, alter, table, drop.column()).stream()));
    }

    private static Optional<Found> found(StatementContext statement, AlterTable alter, Table table, Identifier column) {
        List<Index> indexes = table.indexes().stream()
                .filter(index -> index.uses(column) && index.elements().size() > 1 && !isDropped(alter, index))
                .toList();
        if (indexes.isEmpty()) {
            return Optional.empty();
        }
        boolean unique = indexes.stream().anyMatch(Index::isUnique);
        String names = indexes.stream()
                .flatMap(index -> index.name().stream())
                .map(Identifier::name)
                .collect(Collectors.joining(", "));
        return Optional.of(Found.at(statement, happens(statement, names, column, unique))
                .weighing(table.name())
                .because("a column that is dropped leaves its indexes, which keep their other columns")
                .instead(List.of("-- drop or replace " + names + " in the same statement, DROP INDEX …, ADD INDEX …")));
    }

    // Seen on MySQL 8.0 (error 1062) and MariaDB 11.4 (error 1072).
    private static String happens(StatementContext statement, String names, Identifier column, boolean unique) {
        if (!unique) {
            return names + " goes on without " + column + ": queries that rely on it read more rows, and it may"
                    + " repeat another index";
        }
        return statement.version().product().equals(MysqlRules.MARIADB)
                ? "the server refuses it, since " + column + " is in the unique " + names + " (error 1072)"
                : names + " is unique without " + column + " from now on: it fails where rows are equal in the rest"
                        + " (error 1062), and refuses such rows later";
    }

    private static boolean isDropped(AlterTable alter, Index index) {
        return alter.actions(DropTableIndex.class)
                .anyMatch(drop -> index.name()
                        .filter(name -> name.name().equalsIgnoreCase(drop.name().name()))
                        .isPresent());
    }
}
