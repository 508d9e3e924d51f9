package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds indexes that have a column twice. */
final class IndexDuplicateColumn implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("index-duplicate-column", Category.COMPATIBILITY, "The index has a column twice");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        Stream<List<Identifier>> keys = switch (statement.statement()) {
            case CreateIndex index -> Stream.of(plain(index.elements()));
            case Statement other ->
                Added.constraints(statement).map(Constraint::rule).flatMap(rule -> switch (rule) {
                    case ConstraintRule.PrimaryKey key -> Stream.of(key.key().columns());
                    case ConstraintRule.Unique key -> Stream.of(key.key().columns());
                    case ConstraintRule none -> Stream.empty();
                });
        };
        return keys.filter(columns -> new HashSet<>(columns).size() < columns.size())
                .map(columns -> Found.at(
                                statement, "one column more to keep up at each write, and no query is faster for it")
                        .because("the same column stands in it twice: "
                                + columns.stream().map(Identifier::name).collect(Collectors.joining(", ")))
                        .instead(List.of("-- name each column once")));
    }

    // The same column with another operator class or order is another thing.
    private static List<Identifier> plain(List<IndexElement> elements) {
        return elements.stream()
                .filter(element -> element.operatorClass().isEmpty()
                        && element.order().isEmpty()
                        && element.collation().isEmpty())
                .flatMap(element -> element.column().stream())
                .toList();
    }
}
