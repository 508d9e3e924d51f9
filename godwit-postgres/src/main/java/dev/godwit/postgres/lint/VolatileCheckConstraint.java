package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds checks whose answer changes with time. */
final class VolatileCheckConstraint implements Rule {
    private static final Set<String> CALLS = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "random",
            "gen_random_uuid",
            "uuid_generate_v4",
            "nextval",
            "currval",
            "txid_current",
            "pg_backend_pid",
            "current_setting");
    private static final List<String> WORDS = List.of(
            "CURRENT_TIMESTAMP",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "LOCALTIMESTAMP",
            "LOCALTIME",
            "CURRENT_USER",
            "SESSION_USER");
    private static final RuleInfo INFO = RuleInfo.error(
                    "volatile-check-constraint",
                    Category.COMPATIBILITY,
                    "A check that changes with time makes dumps unreadable")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return constraints(statement)
                .filter(constraint -> constraint.rule() instanceof Check check && isVolatile(check.condition()))
                .map(constraint -> Found.at(
                                statement,
                                "rows that were right when they came in may be wrong later: an UPDATE of another"
                                        + " column fails, and so does restoring a dump")
                        .marking(constraint.span())
                        .because("a check is looked at when a row is written, never again; it must give the same answer"
                                + " for the same row at all times")
                        .instead(List.of("-- let a trigger look at it once, on INSERT")));
    }

    private static Stream<Constraint> constraints(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> create.constraints();
            case AlterTable alter ->
                Stream.concat(
                        alter.actions(AddConstraint.class).map(AddConstraint::constraint),
                        alter.actions(AddColumn.class)
                                .flatMap(add -> add.definition().attributes(Constrained.class))
                                .map(Constrained::constraint));
            case Statement other -> Stream.empty();
        };
    }

    private static boolean isVolatile(Expression condition) {
        return condition.calls().stream().anyMatch(call -> CALLS.contains(call.toLowerCase(Locale.ROOT)))
                || WORDS.stream().anyMatch(condition::has);
    }
}
