package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import java.util.List;
import java.util.stream.Stream;

/** Finds BEGIN within a transaction. */
final class NestedTransaction implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("nested-transaction", Category.TRANSACTION_SAFETY, "Transactions do not nest");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Stream.Builder<Found> found = Stream.builder();
        boolean open = false;
        boolean begun = false;
        for (StatementContext statement : file.statements()) {
            if (statement.statement() instanceof TransactionControl control) {
                if (open && control.verb() == Verb.BEGIN) {
                    found.add(found(statement));
                }
                if (begun && !open && control.verb() == Verb.COMMIT) {
                    found.add(found(statement));
                }
                begun |= control.verb() == Verb.BEGIN;
                open = switch (control.verb()) {
                    case BEGIN -> true;
                    case COMMIT, ROLLBACK -> false;
                    case SAVEPOINT, RELEASE, ROLLBACK_TO -> open;
                };
            }
        }
        return found.build();
    }

    private static Found found(StatementContext statement) {
        return Found.at(statement, "the first COMMIT ends everything, and what stands behind it is on its own")
                .because("PostgreSQL only warns, MySQL and MariaDB commit what was done so far; neither has"
                        + " transactions within transactions")
                .instead(List.of("SAVEPOINT part;", "-- and RELEASE SAVEPOINT part in place of the inner COMMIT"));
    }
}
