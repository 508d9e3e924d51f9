package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.TableAction;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of old tables that do not say their ALGORITHM. */
final class MissingAlgorithm implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-missing-algorithm", Category.LOCK, "No ALGORITHM says how the change is to be done")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB)
            .onRequest();

    private static final MissingClause CLAUSE =
            new MissingClause(TableAction.Algorithm.class, MissingAlgorithm::clause);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class, CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return CLAUSE.in(
                statement,
                "the table is not copied",
                "without the clause the server silently takes a worse way where the better one is barred; with it, it fails at once");
    }

    private static Optional<AlterAction> clause(TableWork work) {
        String method = work.method().replaceFirst(",.*", "");
        return method.startsWith("ALGORITHM=")
                ? Optional.of(new TableAction.Algorithm(method.substring("ALGORITHM=".length())))
                : Optional.empty();
    }
}
