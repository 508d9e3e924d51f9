package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.DropIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes that are dropped under a lock on their table. */
final class DropIndexBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "drop-index-blocking", Category.LOCK, "DROP INDEX without CONCURRENTLY locks the whole table")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof DropIndex drop) || drop.concurrency() == Concurrency.CONCURRENTLY) {
            return Stream.empty();
        }
        return drop.names().stream()
                .filter(name -> !isOfNewTable(statement, name))
                .map(name -> found(statement, drop, name));
    }

    private static boolean isOfNewTable(StatementContext statement, QualifiedName index) {
        return statement
                .before()
                .tableOfIndex(index)
                .filter(table -> statement.isNew(table.name()))
                .isPresent();
    }

    private static Found found(StatementContext statement, DropIndex drop, QualifiedName index) {
        Optional<Table> table = statement.before().tableOfIndex(index);
        String on = table.map(known -> known.name().toString()).orElse("the table of " + index);
        Found found = Found.at(
                        statement,
                        "ACCESS EXCLUSIVE on " + on
                                + ": every read and write waits, also behind a query that runs long")
                .about(index)
                .because("the lock is on the table and not only on the index; with CONCURRENTLY nobody waits, but it"
                        + " cannot be in a transaction")
                .instead(List.of(statement.sql(new DropIndex(
                        drop.span(),
                        Concurrency.CONCURRENTLY,
                        drop.guard(),
                        List.of(index),
                        Behavior.UNSAID,
                        drop.options()))));
        return table.map(known -> found.weighing(known.name())).orElse(found);
    }
}
