package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.Dml;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds UPDATEs that set a column twice. */
final class DuplicateColumnAssignment implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("duplicate-column-assignment", Category.COMPATIBILITY, "UPDATE sets the same column twice");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Dml.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Dml dml) || !dml.verb().equals("UPDATE")) {
            return Stream.empty();
        }
        return dml.columns().stream()
                .filter(column -> dml.columns().stream().filter(column::equals).count() > 1)
                .distinct()
                .map(column -> Found.at(
                                statement,
                                statement.version().product().equals("postgres")
                                        ? "PostgreSQL refuses it: the migration fails"
                                        : "the last value wins, the other one is never seen")
                        .because(column + " is set more than once")
                        .instead(List.of("-- set " + column + " once")));
    }
}
