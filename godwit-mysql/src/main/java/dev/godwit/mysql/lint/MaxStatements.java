package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction;
import dev.godwit.sql.Statement.Dml;
import java.util.List;
import java.util.stream.Stream;

/** Finds transactions of many statements. */
final class MaxStatements implements Rule {
    private static final RuleId ID = new RuleId("max-statements-in-transaction");
    private static final int MOST = 100;
    private static final RuleInfo INFO = RuleInfo.info(
                    "max-statements-in-transaction",
                    Category.TRANSACTION_SAFETY,
                    "One transaction writes with many statements")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        long most = file.folder().number(ID, "statements", MOST);
        return file.statements().stream()
                .filter(statement -> statement.transaction().origin() != Transaction.Origin.NONE)
                .filter(statement -> writesBefore(statement) == most && isWrite(statement))
                .map(statement -> Found.at(statement, "more than " + most + " statements write in one transaction")
                        .because(
                                "their row locks are held until the last one is done, and a replica applies them as one")
                        .instead(List.of("COMMIT;", "START TRANSACTION;")));
    }

    private static long writesBefore(StatementContext statement) {
        return statement.earlierInTransaction().stream()
                .filter(MaxStatements::isWrite)
                .count();
    }

    private static boolean isWrite(StatementContext statement) {
        return statement.statement() instanceof Dml;
    }
}
