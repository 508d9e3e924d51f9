package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds tables that are locked by hand. */
final class LockTablesExplicit implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "lock-table-explicit", Category.LOCK, "LOCK TABLE stops others until the transaction ends")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Maintenance.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof Maintenance lock
                        && lock.verb().equals("LOCK")
                        && !statement.file().isDown()
                ? IntStream.range(0, lock.names().size())
                        .filter(i -> !statement.isNew(lock.names().get(i)))
                        .mapToObj(i -> found(
                                statement, lock.names().get(i), lock.options().get(i)))
                : Stream.empty();
    }

    private static Found found(StatementContext statement, QualifiedName table, String mode) {
        return Found.at(
                        statement,
                        (mode.startsWith("WRITE") ? "every read and write of " : "every write of ") + table
                                + " waits until UNLOCK TABLES or the end of the session")
                .weighing(table)
                .because("each statement takes the lock that it needs by itself; Godwit leaves LOCK TABLES out, since"
                        + " its journal could not be written under it")
                .instead(List.of("-- leave out LOCK TABLES and UNLOCK TABLES"));
    }
}
