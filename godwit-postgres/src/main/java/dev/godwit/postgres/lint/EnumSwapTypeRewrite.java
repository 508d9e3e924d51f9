package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeType;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that go over text to another enum. */
final class EnumSwapTypeRewrite implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "enum-swap-type-rewrite", Category.REWRITE, "Swapping an enum for another rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    EnumSwapTypeRewrite(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ChangeType.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, ChangeType.class)
                .filter(change -> change.does(Work.REWRITE))
                .filter(Types::isEnumSwap)
                .map(change -> change.found(change.lock())
                        .because("each value is turned into text and back into "
                                + change.action().type()
                                + ", so every row is written anew; it fails on a value that the new enum does not have")
                        .instead(SafeWays.takeOver(change, change.action().type())));
    }
}
