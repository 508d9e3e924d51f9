package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTrigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds triggers that are made on tables in use. */
final class CreateTriggerLock implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "create-trigger-lock", Category.LOCK, "CREATE TRIGGER blocks writes, then runs for each of them")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTrigger.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateTrigger create)
                || create.timing().equals("INSTEAD OF")
                || statement.isNew(create.table())
                || statement.before().view(create.table()).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(Found.at(statement, LockText.of(statement, statement.effects(), create.table(), Work.METADATA))
                .weighing(create.table())
                .because("the lock is brief but waits for every open transaction that has written to the table, and"
                        + " writers wait behind it")
                .instead(List.of(
                        "SET LOCAL lock_timeout = '1s';",
                        "-- and again after a pause where that fails:",
                        statement.text() + ";")));
    }
}
