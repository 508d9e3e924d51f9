package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.TableAction.SwitchTrigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds triggers that are switched off. */
final class DisableTrigger implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "disable-trigger", Category.LOCK, "DISABLE TRIGGER blocks writes and lets them pass unchecked")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    DisableTrigger(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SwitchTrigger.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, SwitchTrigger.class)
                .filter(disable -> disable.action().mode().equals("DISABLE"))
                .filter(disable -> disable.action().kind().equals("TRIGGER"))
                .map(disable -> disable.found(disable.lock())
                        .because(
                                disable.action().all().filter("ALL"::equals).isPresent()
                                        ? "ALL switches off foreign keys, too, for every session until they are"
                                                + " switched on again"
                                        : "it is off for every session, not for this one alone, until it is switched"
                                                + " on again")
                        .instead(List.of(
                                "-- for this session alone:", "SET LOCAL session_replication_role = 'replica';")));
    }
}
