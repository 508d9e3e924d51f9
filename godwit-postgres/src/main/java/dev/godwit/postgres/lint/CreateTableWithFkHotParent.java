package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new tables whose foreign keys lock a table in use. */
final class CreateTableWithFkHotParent implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "create-table-with-fk-hot-parent",
                    Category.LOCK,
                    "A new table's foreign key blocks writes to its target")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateTable create)) {
            return Stream.empty();
        }
        return statement.effects().locks().stream()
                .filter(lock -> lock.mode() == LockMode.BLOCKS_WRITES && !statement.isNew(lock.table()))
                .map(lock -> Found.at(
                                statement, LockText.of(statement, statement.effects(), lock.table(), Work.METADATA))
                        .weighing(lock.table())
                        .about(create.name())
                        .because("the triggers of the foreign key are made on " + lock.table()
                                + ", too; the lock is brief once it is granted")
                        .instead(List.of(
                                "-- create the table without it, then, with a lock_timeout and in a transaction of its"
                                        + " own:",
                                "ALTER TABLE " + statement.sql(create.name()) + " ADD FOREIGN KEY (…) REFERENCES "
                                        + statement.sql(lock.table()) + " NOT VALID;")));
    }
}
