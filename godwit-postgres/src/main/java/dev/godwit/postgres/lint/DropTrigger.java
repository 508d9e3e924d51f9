package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.DropObject;
import java.util.Set;
import java.util.stream.Stream;

/** Finds triggers that are dropped from tables in use. */
final class DropTrigger implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "drop-trigger", Category.LOCK, "DROP TRIGGER locks the table, and what it did is done no longer")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropObject.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof DropObject drop)
                || !drop.kind().equals("TRIGGER")
                || isReplaced(statement, drop)) {
            return Stream.empty();
        }
        return drop.table().stream()
                .filter(table -> !statement.isNew(table))
                .map(table -> Found.at(statement, LockText.of(statement, statement.effects(), table, Work.METADATA))
                        .weighing(table)
                        .because("from then on nothing does what "
                                + drop.objects().getFirst() + " did: it may have kept columns or tables in step"));
    }

    private static boolean isReplaced(StatementContext statement, DropObject drop) {
        return statement.file().statements().stream()
                .anyMatch(other -> other.index() > statement.index()
                        && other.statement() instanceof CreateTrigger create
                        && drop.objects().stream()
                                .anyMatch(
                                        name -> name.last().equals(create.name().last())));
    }
}
