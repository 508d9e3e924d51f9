package dev.godwit.core.lint;

import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.lint.StatementContext.Transaction;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.TransactionControl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Works out in which transaction each statement of a file runs. */
final class Transactions {
    private final TransactionMode mode;
    private final List<Transaction> found = new ArrayList<>();
    private Origin open = Origin.NONE;
    private int first;

    private Transactions(TransactionMode mode) {
        this.mode = mode;
    }

    /** Returns the transaction of each statement. */
    static List<Transaction> of(
            List<Statement> statements, IntFunction<Transactionality> transactionality, TransactionMode mode) {
        var transactions = new Transactions(mode);
        for (int i = 0; i < statements.size(); i++) {
            transactions.add(i, statements.get(i), transactionality.apply(i));
        }
        transactions.end(statements.size());
        return transactions.found;
    }

    private void add(int index, Statement statement, Transactionality transactionality) {
        if (statement instanceof TransactionControl control) {
            control(index, control.verb());
            return;
        }
        if (open == Origin.AUTHOR) {
            return;
        }
        boolean joins = mode == TransactionMode.AUTOMATIC && transactionality == Transactionality.TRANSACTIONAL;
        if (!joins) {
            end(index);
            found.add(new Transaction(Origin.NONE, index, index));
        } else if (open == Origin.NONE) {
            begin(Origin.RUNNER, index);
        }
    }

    private void control(int index, TransactionControl.Verb verb) {
        switch (verb) {
            case BEGIN -> {
                if (open != Origin.AUTHOR) {
                    end(index);
                    begin(Origin.AUTHOR, index);
                }
            }
            case COMMIT, ROLLBACK -> {
                if (open == Origin.NONE) {
                    begin(Origin.NONE, index);
                }
                end(index + 1);
            }
            case SAVEPOINT, RELEASE, ROLLBACK_TO -> {
                if (open == Origin.NONE) {
                    begin(mode == TransactionMode.AUTOMATIC ? Origin.RUNNER : Origin.NONE, index);
                }
            }
        }
    }

    private void begin(Origin origin, int index) {
        open = origin;
        first = index;
    }

    // What is open, or one lone statement, ends before `next`.
    private void end(int next) {
        var transaction = new Transaction(open, first, next - 1);
        while (found.size() < next) {
            found.add(transaction);
        }
        open = Origin.NONE;
    }
}
