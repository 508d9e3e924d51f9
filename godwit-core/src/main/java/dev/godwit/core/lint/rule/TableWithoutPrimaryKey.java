package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.Persistence;
import java.util.List;
import java.util.stream.Stream;

/** Finds new tables without a primary key. */
final class TableWithoutPrimaryKey implements Rule {
    // SQLite replicates nothing by keys, and each of its rows has a number.
    private static final RuleInfo INFO = RuleInfo.error(
                    "table-without-primary-key",
                    Category.REPLICATION,
                    "A table without a primary key cannot be replicated or repaired")
            .on("postgres", "mysql", "mariadb");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        if (file.isDown() || file.statements().isEmpty()) {
            return Stream.empty();
        }
        Catalog end = Folders.end(file.folder())
                .orElseGet(() -> file.statements().getLast().after());
        return file.statements().stream()
                .filter(statement -> isWithout(statement, end))
                .map(TableWithoutPrimaryKey::found);
    }

    private static boolean isWithout(StatementContext statement, Catalog end) {
        if (!(statement.statement() instanceof CreateTable create) || !isOfOurs(create)) {
            return false;
        }
        boolean said =
                create.constraints().anyMatch(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey);
        boolean later = end.table(create.name())
                .filter(table ->
                        table.rules(ConstraintRule.PrimaryKey.class).findAny().isPresent())
                .isPresent();
        boolean partition = end.table(create.name()).flatMap(Table::partitionOf).isPresent();
        boolean gone = end.table(create.name()).isEmpty();
        return !said && !later && !partition && !gone;
    }

    // Partitions have their parent's key; what is filled by a query or is like another table is told apart by other
    // means.
    private static boolean isOfOurs(CreateTable create) {
        return create.kind().equals("TABLE")
                && create.persistence() == Persistence.PERMANENT
                && create.partitionOf().isEmpty()
                && create.inherits().isEmpty()
                && create.query().isEmpty()
                && create.ofType().isEmpty()
                && create.elements().stream().noneMatch(element -> element instanceof Element.Like);
    }

    private static Found found(StatementContext statement) {
        CreateTable create = (CreateTable) statement.statement();
        boolean mysql = Products.isMysqlFamily(statement);
        return Found.at(
                        statement,
                        "UPDATE and DELETE on " + create.name()
                                + (mysql
                                        ? " make a replica read all of it for each row"
                                        : " fail as soon as it is published")
                                + "; a row that is there twice cannot be told apart")
                .about(create.name())
                .because("logical replication, change streams, Galera and online rebuilds find rows by their primary"
                        + " key")
                .instead(List.of("ALTER TABLE " + statement.sql(create.name())
                        + (mysql
                                ? " ADD COLUMN id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY;"
                                : " ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;")));
    }
}
