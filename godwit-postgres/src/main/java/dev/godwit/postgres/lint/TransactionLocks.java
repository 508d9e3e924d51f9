package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the locks that a transaction has piled up. */
final class TransactionLocks {
    private TransactionLocks() {}

    /** Returns the first strong lock that an earlier statement of the transaction took on a table that was there before. */
    static Optional<TableLock> held(StatementContext statement, LockMode least) {
        return statement.transaction().origin() == Origin.NONE
                ? Optional.empty()
                : statement.earlierInTransaction().stream()
                        .flatMap(earlier -> strong(earlier, least))
                        .findFirst();
    }

    /** Returns the strong locks that a statement takes on tables that were there before. */
    static Stream<TableLock> strong(StatementContext statement, LockMode least) {
        return statement.effects().locks().stream()
                .filter(lock -> lock.mode().compareTo(least) >= 0)
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
        boolean known = dml.target().filter(statement::isNew).isPresent();
        return switch (dml.verb()) {
            case "SELECT", "WITH", "TABLE" -> readsTables(statement, dml);
            case "UPDATE", "DELETE", "MERGE" -> !known;
            case "INSERT" -> dml.clauses().contains(Clause.SELECT) && readsTables(statement, dml);
            default -> false;
        };
    }

    // What reads only tables of this migration, or calls a function as in SELECT setval(…), is quick.
    private static boolean readsTables(StatementContext statement, Dml dml) {
        if (!dml.clauses().contains(Clause.FROM) && !dml.clauses().contains(Clause.SELECT)) {
            return false;
        }
        String text = statement.text().toUpperCase(Locale.ROOT);
        return text.contains("FROM")
                && !text.matches("(?s).*FROM\\s+(GENERATE_SERIES|UNNEST|PG_|INFORMATION_SCHEMA).*")
                && statement.before().tables().stream()
                        .noneMatch(table -> statement.isNew(table.name())
                                && text.contains(table.name().last().name().toUpperCase(Locale.ROOT)));
    }
}
