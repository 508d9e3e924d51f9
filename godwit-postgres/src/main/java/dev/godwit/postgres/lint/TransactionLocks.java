package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Follows the locks that pile up in the transactions of a file. */
final class TransactionLocks {
    private final BiFunction<List<TableLock>, StatementContext, Optional<Found>> judge;
    private final Stream.Builder<Found> found = Stream.builder();
    private final List<TableLock> held = new ArrayList<>();
    private final List<TableLock> taken = new ArrayList<>();
    private int transaction = -1;
    private int index = -1;
    private boolean done;

    private TransactionLocks(BiFunction<List<TableLock>, StatementContext, Optional<Found>> judge) {
        this.judge = judge;
    }

    /** Asks about each statement while readers of a table that was there before are kept out; of each transaction the first answer counts. */
    static Stream<Found> walk(FileContext file, BiFunction<List<TableLock>, StatementContext, Optional<Found>> judge) {
        var locks = new TransactionLocks(judge);
        file.statements().forEach(locks::step);
        return locks.found.build();
    }

    private void step(StatementContext statement) {
        if (statement.transaction().first() != transaction) {
            transaction = statement.transaction().first();
            held.clear();
            taken.clear();
            done = false;
        }
        if (statement.index() != index) {
            index = statement.index();
            taken.forEach(this::hold);
            taken.clear();
        }
        if (!done && !held.isEmpty() && statement.transaction().origin() != Origin.NONE) {
            Optional<Found> one = judge.apply(held, statement);
            one.ifPresent(found::add);
            done = one.isPresent();
        }
        strong(statement).forEach(taken::add);
    }

    private void hold(TableLock lock) {
        if (held.stream().noneMatch(other -> other.table().equals(lock.table()))) {
            held.add(lock);
        }
    }

    /** Returns the locks that keep readers out of tables that were there before. */
    static Stream<TableLock> strong(StatementContext statement) {
        return statement.effects().locks().stream()
                .filter(lock -> lock.mode() == LockMode.BLOCKS_READS_AND_WRITES)
                .filter(lock -> !statement.isNew(lock.table()))
                .filter(lock -> statement.before().view(lock.table()).isEmpty());
    }

    /** Tells whether the statement takes time: reads or writes rows of tables that were there before. */
    static boolean isWork(StatementContext statement) {
        boolean works = statement.effects().work().stream()
                .anyMatch(work -> work.work() != Work.METADATA && !statement.isNew(work.table()));
        return works || (statement.statement() instanceof Dml dml && isSlow(statement, dml));
    }

    private static boolean isSlow(StatementContext statement, Dml dml) {
        return switch (dml.verb()) {
            case "SELECT", "WITH", "TABLE" -> readsTables(statement, dml);
            case "UPDATE", "DELETE", "MERGE" ->
                dml.target().filter(statement::isNew).isEmpty();
            case "INSERT" -> dml.clauses().contains(Clause.SELECT) && readsTables(statement, dml);
            default -> false;
        };
    }

    // A query that only calls functions, as SELECT setval(…), is quick.
    private static boolean readsTables(StatementContext statement, Dml dml) {
        return dml.reads().stream().anyMatch(table -> !statement.isNew(table) && !isOfServer(table));
    }

    private static boolean isOfServer(QualifiedName table) {
        String name = table.toString();
        return name.startsWith("pg_") || name.startsWith("information_schema.");
    }
}
