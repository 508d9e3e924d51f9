package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Definition;
import dev.godwit.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds databases that are dropped. */
final class DropDatabase implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("drop-database", Category.DATA_LOSS, "A dropped database cannot be had back");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof Definition drop
                        && drop.verb().equals("DROP")
                        && drop.kind().equals("DATABASE")
                ? drop.names().stream().map(database -> found(statement, database))
                : Stream.empty();
    }

    private static Found found(StatementContext statement, QualifiedName database) {
        return Found.at(statement, "everything in the database " + database + " is gone")
                .about(database)
                .because("no transaction takes this back; only a backup has it");
    }
}
