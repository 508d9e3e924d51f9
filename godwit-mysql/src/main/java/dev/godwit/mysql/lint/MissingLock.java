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

/** Finds changes of old tables that do not say their LOCK. */
final class MissingLock implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-missing-lock", Category.LOCK, "No LOCK says what others can do meanwhile")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB)
            .onRequest();

    private static final MissingClause CLAUSE = new MissingClause(TableAction.Lock.class, MissingLock::clause);

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
                "others can go on",
                "without the clause the server silently keeps others out where it must; with it, it fails at once");
    }

    private static Optional<AlterAction> clause(TableWork work) {
        int start = work.method().indexOf("LOCK=");
        return start >= 0
                ? Optional.of(new TableAction.Lock(work.method().substring(start + "LOCK=".length())))
                : Optional.empty();
    }
}
