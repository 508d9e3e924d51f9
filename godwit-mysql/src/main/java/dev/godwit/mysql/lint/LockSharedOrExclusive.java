package dev.godwit.mysql.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds LOCK = SHARED and EXCLUSIVE where the server would let others write. */
final class LockSharedOrExclusive implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-lock-shared-or-exclusive",
                    Category.LOCK,
                    "The statement keeps others out though it need not")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    LockSharedOrExclusive(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(TableAction.Lock.class, CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        Optional<AlterTable> alter = AlterReading.alter(statement.statement());
        if (alter.isEmpty() || statement.isNew(alter.get().table()) || isNeeded(statement)) {
            return Stream.empty();
        }
        return alter.get()
                .actions(TableAction.Lock.class)
                .filter(lock -> lock.name().equals("SHARED") || lock.name().equals("EXCLUSIVE"))
                .map(lock -> found(statement, alter.get(), lock));
    }

    private boolean isNeeded(StatementContext statement) {
        boolean refused = statement.effects().refusal().isPresent();
        boolean blocks = Hazards.worst(statement, statement.effects()).isPresent();
        return refused
                || (blocks && hazards.of(statement, Cause.ASKED_LOCK).findAny().isEmpty());
    }

    private static Found found(StatementContext statement, AlterTable alter, TableAction.Lock lock) {
        LockMode mode = lock.name().equals("SHARED") ? LockMode.BLOCKS_WRITES : LockMode.BLOCKS_READS_AND_WRITES;
        return Found.at(
                        statement,
                        "LOCK=" + lock.name() + " on " + alter.table() + ": " + LockText.waiting(mode)
                                + " until it is done")
                .weighing(alter.table())
                .because(
                        "the server does this change while others read and write; the clause below says so, and fails at once"
                                + " where it cannot be")
                .instead(List.of(better(statement, alter)));
    }

    // INSTANT takes no LOCK on MySQL (error 1221).
    private static String better(StatementContext statement, AlterTable alter) {
        List<AlterAction> actions = new ArrayList<>(OnlineWays.withoutClauses(alter));
        boolean instant = statement
                .effects()
                .workOn(statement.before().resolve(alter.table()))
                .filter(work -> work.method().startsWith("ALGORITHM=INSTANT"))
                .isPresent();
        actions.add(instant ? new TableAction.Algorithm("INSTANT") : new TableAction.Lock("NONE"));
        return statement.sql(alter.with(actions));
    }
}
