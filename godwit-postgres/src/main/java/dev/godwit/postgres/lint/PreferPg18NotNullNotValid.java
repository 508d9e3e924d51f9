package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds checks that stand in for a NOT NULL constraint which PostgreSQL 18 could have. */
final class PreferPg18NotNullNotValid implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "prefer-pg18-not-null-not-valid", Category.BLOCKING_SCAN, "PostgreSQL 18 has NOT NULL NOT VALID")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    private final Actions actions;

    PreferPg18NotNullNotValid(Actions actions) {
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
        if (!statement.version().atLeast(18)) {
            return Stream.empty();
        }
        return actions.constraints(statement, Check.class)
                .filter(add -> add.action().constraint().checking().validity() == Validity.NOT_VALID)
                .flatMap(add -> column(add.action()).stream().map(column -> found(add, column)));
    }

    private static Optional<Identifier> column(AddConstraint add) {
        List<Lexeme> tokens = ((Check) add.constraint().rule()).condition().tokens();
        boolean fits = tokens.size() == 4
                && tokens.get(0).isName()
                && tokens.get(1).is("IS")
                && tokens.get(2).is("NOT")
                && tokens.get(3).is("NULL");
        return fits ? Optional.of(new Identifier(tokens.get(0).text())) : Optional.empty();
    }

    private static Found found(Act<AddConstraint> add, Identifier column) {
        return add.found("the check makes " + column + " NOT NULL in four steps; two are enough")
                .because("PostgreSQL 18 takes NOT NULL constraints without a look at the rows, and validates them while"
                        + " others work")
                .instead(SafeWays.notNull(add.context(), add.table(), column));
    }
}
