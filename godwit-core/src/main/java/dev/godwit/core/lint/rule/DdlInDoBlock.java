package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds code blocks that change the schema. */
final class DdlInDoBlock implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "ddl-in-do-block", Category.LOCK, "A code block changes the schema in ways that its text hides")
            .on("postgres", "mariadb");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CodeBlock.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CodeBlock block)) {
            return Stream.empty();
        }
        if (block.dynamic() > 0) {
            return Stream.of(Found.at(
                            statement,
                            "it runs statements that it makes up while it runs: nobody can say which locks"
                                    + " they take")
                    .because("their text depends on the database's content")
                    .instead(List.of("-- write the statements out, or look at what they come to on a copy of"
                            + " the database first")));
        }
        return statement.file().statements().stream()
                .filter(inner -> inner.index() == statement.index() && inner != statement)
                .filter(inner -> inner.statement() instanceof Definition || inner.statement() instanceof CreateIndex)
                .filter(inner -> Timeouts.isStrong(inner))
                .limit(1)
                .map(inner -> Found.at(
                                statement, "a strong lock is taken within a block, and held until all of it is done")
                        .because("a block is one statement: no timeout, retry or progress of whoever runs the"
                                + " file reaches into it")
                        .instead(List.of("-- stand-alone statements, with IF EXISTS or IF NOT EXISTS where they"
                                + " may have been run before")));
    }
}
