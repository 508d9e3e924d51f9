package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.TableAction.ReplicaIdentity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables that write whole rows to the log. */
final class ReplicaIdentityFull implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "replica-identity-full",
                    Category.REPLICATION,
                    "REPLICA IDENTITY FULL logs whole rows and slows subscribers")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    ReplicaIdentityFull(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ReplicaIdentity.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, ReplicaIdentity.class)
                .filter(set -> set.action().mode().equals("FULL"))
                .map(set -> set.found(set.lock())
                        .because("each UPDATE and DELETE then logs every column of the old row, and a subscriber"
                                + " without an index reads its whole table for each of them")
                        .instead(List.of("ALTER TABLE " + statement.sql(set.table())
                                + " REPLICA IDENTITY USING INDEX <a unique index on NOT NULL columns>;")));
    }
}
