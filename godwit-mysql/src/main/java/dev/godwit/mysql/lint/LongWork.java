package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.sql.Statement.Maintenance;
import java.util.stream.Stream;

/** Finds changes of tables that were there before which take the longer the more rows there are. */
final class LongWork {
    private LongWork() {}

    static Stream<TableWork> of(StatementContext statement) {
        boolean changes =
                AlterReading.alter(statement.statement()).isPresent() || statement.statement() instanceof Maintenance;
        return statement.effects().work().stream()
                .filter(work -> changes && statement.effects().refusal().isEmpty())
                .filter(work -> work.work().compareTo(Work.INDEX_BUILD) >= 0)
                .filter(work -> !statement.isNew(work.table()));
    }

    /** … while others write. */
    static Stream<TableWork> online(StatementContext statement) {
        return of(statement).filter(work -> !Hazards.hurts(work));
    }
}
