package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds unique keys that fail where the rows hold duplicates. */
final class DataDependentUnique implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "data-dependent-unique", Category.COMPATIBILITY, "A unique key fails on the first duplicate");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateIndex.class, ConstraintAction.AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateIndex index
            when index.isUnique()
                    && index.concurrency() == Concurrency.PLAIN
                    && !statement.isNew(index.table())
                    && !wasUnique(statement, index) ->
                Stream.of(found(
                        statement,
                        index.table(),
                        index.elements(),
                        statement.statement().span()));
            case AlterTable alter
            when !statement.isNew(alter.table()) ->
                alter.actions(ConstraintAction.AddConstraint.class)
                        .filter(add -> add.constraint().rule() instanceof ConstraintRule.Unique unique
                                && unique.key().usingIndex().isEmpty()
                                && !isNullEverywhere(alter, unique.key().columns()))
                        .map(add -> found(
                                statement,
                                alter.table(),
                                ((ConstraintRule.Unique) add.constraint().rule())
                                        .key()
                                        .elements(),
                                add.constraint().span()));
            case Statement other -> Stream.empty();
        };
    }

    // A table that the file makes anew has the rows of the old one, which were unique already.
    private static boolean wasUnique(StatementContext statement, CreateIndex index) {
        QualifiedName table = statement.before().resolve(index.table());
        return Rebuild.of(statement.file()).stream()
                .filter(one -> one.table().equals(table))
                .anyMatch(one -> one.leaves()
                        .before()
                        .table(table)
                        .map(old -> isUnique(old, index.elements()))
                        .orElse(true));
    }

    private static boolean isUnique(Table old, List<IndexElement> elements) {
        return old.indexes().stream()
                        .anyMatch(index ->
                                index.isUnique() && columns(index.elements()).equals(columns(elements)))
                || old.rules(ConstraintRule.Unique.class)
                        .anyMatch(unique -> columns(unique.key().elements()).equals(columns(elements)));
    }

    private static List<Object> columns(List<IndexElement> elements) {
        return elements.stream()
                .map(element -> element.column()
                        .<Object>map(column -> column)
                        .orElseGet(
                                () -> element.expression().map(Expression::text).orElse("")))
                .toList();
    }

    // A column that the same statement adds without a value is NULL in all rows, and NULLs are not equal.
    private static boolean isNullEverywhere(AlterTable alter, List<Identifier> columns) {
        return alter.actions(ColumnAction.AddColumn.class)
                .filter(add -> columns.contains(add.column()))
                .anyMatch(add -> add.definition().attributes().stream()
                        .allMatch(attribute -> attribute instanceof ColumnAttribute.Nullable
                                || attribute instanceof ColumnAttribute.Commented
                                || attribute instanceof ColumnAttribute.Collated));
    }

    private static Found found(
            StatementContext statement, QualifiedName table, List<IndexElement> elements, SourceSpan span) {
        String columns = elements.stream()
                .flatMap(element -> element.column().stream())
                .map(column -> statement.sql(new QualifiedName(List.of(column))))
                .collect(Collectors.joining(", "));
        return Found.at(statement, "the migration fails if two rows of " + table + " are equal in " + columns)
                .marking(span)
                .weighing(table)
                .because("whether it succeeds depends on the rows of each database, so a test on other rows proves"
                        + " nothing")
                .instead(
                        columns.isEmpty()
                                ? List.of()
                                : List.of(
                                        "-- look first:",
                                        "SELECT " + columns + ", count(*) FROM " + statement.sql(table) + " GROUP BY "
                                                + columns + " HAVING count(*) > 1;"));
    }
}
