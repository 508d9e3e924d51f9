package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes that another one serves as well. */
final class RedundantIndex implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.info("redundant-index", Category.STYLE, "Another index begins with the same columns");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateIndex index)
                || index.where().isPresent()
                || index.isUnique()
                || index.method().isPresent()) {
            return Stream.empty();
        }
        List<Identifier> columns = columns(index.elements());
        return columns.size() < index.elements().size()
                ? Stream.empty()
                : statement.before().table(index.table()).stream()
                        .flatMap(table -> table.indexes().stream())
                        .filter(other ->
                                other.where().isEmpty() && other.method().isEmpty())
                        .filter(other -> begins(columns(other.elements()), columns))
                        .limit(1)
                        .map(other -> Found.at(
                                        statement,
                                        "it is kept up at each write, and "
                                                + other.name()
                                                        .map(Identifier::name)
                                                        .orElse("another index") + " serves the same queries")
                                .about(index.table())
                                .because("an index on (a, b) finds by a as well"));
    }

    private static List<Identifier> columns(List<IndexElement> elements) {
        return elements.stream().flatMap(element -> element.column().stream()).toList();
    }

    private static boolean begins(List<Identifier> key, List<Identifier> columns) {
        return key.size() >= columns.size() && key.subList(0, columns.size()).equals(columns);
    }
}
