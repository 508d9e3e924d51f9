package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.TableAction;
import java.util.Set;
import java.util.stream.Stream;

/** Finds moves to another tablespace. */
final class SetTablespace implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-tablespace", Category.REWRITE, "SET TABLESPACE copies the whole table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    SetTablespace(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(TableAction.SetTablespace.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, TableAction.SetTablespace.class)
                .filter(set -> set.does(Work.REWRITE))
                .map(set -> set.found(set.lock())
                        .because("the files are copied to tablespace "
                                + set.action().tablespace() + " block by block; indexes stay where they are"));
    }
}
