package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds tables that are emptied with all that point to them. */
final class TruncateCascade implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "truncate-cascade", Category.DATA_LOSS, "TRUNCATE CASCADE empties every table that points here")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(dev.godwit.sql.Truncate.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof dev.godwit.sql.Truncate truncate)
                || truncate.behavior() != Behavior.CASCADE) {
            return Stream.empty();
        }
        return TruncateTable.of(statement).map(table -> found(statement, table));
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        String children = statement
                .before()
                .referencing(table)
                .map(child -> child.name().toString())
                .collect(Collectors.joining(", "));
        return Found.at(
                        statement,
                        "all rows of every table whose foreign keys point to " + table + " are gone, too"
                                + (children.isEmpty() ? "" : ": " + children))
                .about(table)
                .because("the statement does not name them, and each is locked against reads and writes")
                .instead(List.of(
                        "-- without CASCADE the server lists the tables that point here: empty those by name first"));
    }
}
