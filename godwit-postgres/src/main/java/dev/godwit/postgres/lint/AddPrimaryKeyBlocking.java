package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.Identifier;
import java.util.Set;
import java.util.stream.Stream;

/** Finds primary keys whose index is built under an exclusive lock. */
final class AddPrimaryKeyBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-primary-key-blocking",
                    Category.BLOCKING_SCAN,
                    "ADD PRIMARY KEY builds its index under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddPrimaryKeyBlocking(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.constraints(statement, PrimaryKey.class)
                .filter(add -> key(add).usingIndex().isEmpty())
                .filter(add -> add.work().compareTo(Work.SCAN) >= 0)
                .map(AddPrimaryKeyBlocking::found);
    }

    private static ConstraintRule.Key key(Act<AddConstraint> add) {
        return ((PrimaryKey) add.action().constraint().rule()).key();
    }

    private static Found found(Act<AddConstraint> add) {
        Stream<String> notNull = key(add).columns().stream()
                .filter(column -> !isNotNull(add, column))
                .flatMap(column -> SafeWays.notNull(add.context(), add.table(), column).stream());
        return add.found(add.lock())
                .because("the index is built, and each column read for NULLs, while the lock is held")
                .instead(Stream.concat(
                                notNull,
                                SafeWays.key(
                                        add.context(), add.table(), add.action().constraint(), key(add))
                                        .stream())
                        .toList());
    }

    private static boolean isNotNull(Act<AddConstraint> add, Identifier column) {
        return add.context()
                .before()
                .table(add.table())
                .filter(table -> table.provesNotNull(column))
                .isPresent();
    }
}
