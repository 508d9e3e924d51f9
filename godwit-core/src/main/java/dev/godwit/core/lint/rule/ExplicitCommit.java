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

/** Finds COMMIT and ROLLBACK that end a transaction which the file did not begin. */
final class ExplicitCommit implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "explicit-commit", Category.TRANSACTION_SAFETY, "COMMIT ends the transaction of whoever runs the file");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Stream.Builder<Found> found = Stream.builder();
        boolean open = false;
        for (StatementContext statement : file.statements()) {
            if (statement.statement() instanceof TransactionControl control) {
                boolean ends = control.verb() == Verb.COMMIT || control.verb() == Verb.ROLLBACK;
                if (ends && !open) {
                    found.add(Found.at(
                                    statement,
                                    "what stands before it is kept or lost even if the rest of the file fails, and the"
                                            + " tool records neither")
                            .because("the file has begun no transaction, so this ends the one that the tool began for"
                                    + " it")
                            .instead(List.of(
                                    "-- leave it out, or put BEGIN before the statements that belong together")));
                }
                open = control.verb() == Verb.BEGIN || (open && !ends);
            }
        }
        return found.build();
    }
}
