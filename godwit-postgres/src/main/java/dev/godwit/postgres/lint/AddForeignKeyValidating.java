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
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds foreign keys that are validated when they are added. */
final class AddForeignKeyValidating implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-foreign-key-validating",
                    Category.BLOCKING_SCAN,
                    "ADD FOREIGN KEY blocks writes on both tables while it scans")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddForeignKeyValidating(Actions actions) {
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
        return actions.constraints(statement, ForeignKey.class)
                .filter(add -> add.does(Work.SCAN))
                .map(AddForeignKeyValidating::found);
    }

    private static Found found(Act<AddConstraint> add) {
        ForeignKey key = (ForeignKey) add.action().constraint().rule();
        boolean partitioned = add.context()
                .before()
                .table(add.table())
                .filter(table -> table.partitioning().isPresent())
                .isPresent();
        boolean refused = partitioned && !add.context().version().atLeast(18);
        return add.found(add.lock())
                .about(key.references().table())
                .because("every row is looked up in " + key.references().table()
                        + ", and writes to that table wait as well"
                        + (refused ? "; before PostgreSQL 18 a partitioned table takes no NOT VALID foreign key" : ""))
                .instead(
                        refused
                                ? List.of("-- add it NOT VALID to each partition, validate those, then add it to the"
                                        + " partitioned table")
                                : SafeWays.validatedLater(add, name(key)));
    }

    private static String name(ForeignKey key) {
        return Stream.concat(key.columns().stream().map(Identifier::name), Stream.of("fkey"))
                .collect(Collectors.joining("_"));
    }
}
