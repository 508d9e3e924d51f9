package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.Definition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds rows written in the transaction of a schema change. */
final class MixedDdlDml implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "mixed-ddl-dml",
            Category.TRANSACTION_SAFETY,
            "Many rows are written in the transaction of a schema change");

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
        return Backfills.target(statement)
                .flatMap(table -> strongLock(statement).map(lock -> found(statement, table, lock)))
                .stream();
    }

    private static Optional<TableLock> strongLock(StatementContext statement) {
        return together(statement)
                .filter(other -> other.statement() instanceof Definition || other.statement() instanceof CreateIndex)
                .flatMap(other -> other.effects().locks().stream()
                        .filter(lock -> lock.mode().compareTo(LockMode.BLOCKS_WRITES) >= 0
                                && !other.isNew(lock.table())
                                && !isTakenAnyway(statement, lock)))
                .findFirst();
    }

    // Where writing rows locks everything, the schema change adds nothing to it.
    private static boolean isTakenAnyway(StatementContext statement, TableLock lock) {
        return lock.table().equals(TableLock.EVERYTHING)
                && statement
                        .effects()
                        .lockOn(TableLock.EVERYTHING)
                        .filter(own -> own.mode().compareTo(lock.mode()) >= 0)
                        .isPresent();
    }

    // Who runs a loose file is not known: most tools make one transaction of it.
    private static Stream<StatementContext> together(StatementContext statement) {
        return statement.transaction().origin() == Origin.NONE
                        && statement.file().migration().isEmpty()
                ? statement.file().statements().stream().filter(other -> other != statement)
                : Stream.concat(statement.earlierInTransaction().stream(), statement.laterInTransaction().stream());
    }

    private static Found found(StatementContext statement, QualifiedName table, TableLock lock) {
        return Found.at(
                        statement,
                        lock.serverName() + " on " + LockText.on(lock) + ": " + LockText.waiting(lock.mode())
                                + " as long as the rows of " + table + " are written")
                .weighing(table)
                .about(lock.table())
                .because("locks of a transaction are held to its end, and the slow part is the rows")
                .instead(List.of("-- the schema change in one migration, the rows in another, in batches"));
    }
}
