package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds changes of old tables that lack a clause by which the server refuses rather than takes a worse way. */
final class MissingClause {
    private final Class<? extends AlterAction> clause;
    private final Function<TableWork, Optional<AlterAction>> fitting;

    /**
     * Makes one.
     *
     * @param clause the kind that is looked for
     * @param fitting gives the one that the server would accept for the work
     */
    MissingClause(Class<? extends AlterAction> clause, Function<TableWork, Optional<AlterAction>> fitting) {
        this.clause = clause;
        this.fitting = fitting;
    }

    /**
     * Looks at a statement.
     *
     * @param assured what the clause makes sure of, to complete "nothing says that …"
     */
    Stream<Found> in(StatementContext statement, String assured, String because) {
        Optional<AlterTable> alter = AlterReading.alter(statement.statement());
        if (alter.isEmpty()
                || statement.isNew(alter.get().table())
                || alter.get().actions(clause).findAny().isPresent()) {
            return Stream.empty();
        }
        return statement
                .effects()
                .workOn(statement.before().resolve(alter.get().table()))
                .flatMap(fitting)
                .map(missing -> Found.at(
                                statement,
                                "nothing says that " + assured + " while "
                                        + alter.get().table() + " is changed")
                        .weighing(alter.get().table())
                        .because(because)
                        .instead(List.of(statement.sql(with(alter.get(), missing)))))
                .stream();
    }

    private static AlterTable with(AlterTable alter, AlterAction missing) {
        List<AlterAction> actions = new ArrayList<>(alter.actions());
        actions.add(missing);
        return alter.with(actions);
    }
}
