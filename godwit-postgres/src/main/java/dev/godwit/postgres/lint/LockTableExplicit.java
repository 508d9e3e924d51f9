package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Maintenance;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables that are locked by hand. */
final class LockTableExplicit implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "lock-table-explicit", Category.LOCK, "LOCK TABLE stops others until the transaction ends")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Maintenance.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Maintenance lock) || !lock.verb().equals("LOCK")) {
            return Stream.empty();
        }
        return lock.names().stream()
                .filter(table -> !statement.isNew(table))
                .flatMap(table -> statement
                        .effects()
                        .lockOn(statement.before().resolve(table))
                        .filter(held -> held.mode().compareTo(LockMode.BLOCKS_WRITES) >= 0)
                        .map(held -> found(statement, table))
                        .stream());
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        return Found.at(statement, LockText.of(statement, statement.effects(), table, Work.METADATA))
                .weighing(table)
                .because("each statement takes the lock that it needs by itself; this one is held through all that"
                        + " follows");
    }
}
