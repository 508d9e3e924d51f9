package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.TableAction.SetPersistence;
import java.util.Set;
import java.util.stream.Stream;

/** Finds {@code SET LOGGED} and {@code SET UNLOGGED}. */
final class SetLoggedUnlogged implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-logged-unlogged", Category.REWRITE, "SET LOGGED or UNLOGGED rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    SetLoggedUnlogged(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SetPersistence.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, SetPersistence.class)
                .filter(set -> !set.alter().kind().equals("SEQUENCE"))
                .filter(set -> set.does(Work.REWRITE))
                .map(set -> set.found(set.lock())
                        .because(
                                set.action().persistence() == Persistence.UNLOGGED
                                        ? "the table and its indexes are written anew; from then on a crash"
                                                + " empties it and replicas do not have it"
                                        : "the table and its indexes are written anew and all of it goes to"
                                                + " the write-ahead log"));
    }
}
