package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds primary keys made of an index whose columns may be NULL. */
final class AddPrimaryKeyUsingIndexNullable implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-primary-key-using-index-nullable",
                    Category.BLOCKING_SCAN,
                    "PRIMARY KEY USING INDEX scans for NULLs under a lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddPrimaryKeyUsingIndexNullable(Actions actions) {
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
                .filter(add -> index(add).isPresent())
                .filter(add -> add.does(Work.SCAN))
                .filter(add -> !nullable(add).isEmpty())
                .map(AddPrimaryKeyUsingIndexNullable::found);
    }

    private static Optional<Identifier> index(Act<AddConstraint> add) {
        return ((PrimaryKey) add.action().constraint().rule()).key().usingIndex();
    }

    // Of a column that is not known nothing is said: who makes a key of an index mostly knows that it is NOT NULL.
    private static List<Identifier> nullable(Act<AddConstraint> add) {
        Optional<Table> table = add.context().before().table(add.table());
        return table.flatMap(known -> known.index(index(add).orElseThrow())).stream()
                .flatMap(index -> index.elements().stream())
                .flatMap(element -> element.column().stream())
                .filter(column -> table.filter(
                                known -> known.column(column).isPresent() && !known.provesNotNull(column))
                        .isPresent())
                .toList();
    }

    private static Found found(Act<AddConstraint> add) {
        Stream<String> way =
                nullable(add).stream().flatMap(column -> SafeWays.notNull(add.context(), add.table(), column).stream());
        return add.found(add.lock())
                .because("a primary key makes its columns NOT NULL, and nothing proves that they are")
                .instead(Stream.concat(way, Stream.of(add.sql(add.action()))).toList());
    }
}
