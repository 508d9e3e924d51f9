package dev.godwit.postgres.plan;

import dev.godwit.core.effect.Work;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Adds foreign keys and checks without looking at all rows under a lock that blocks writers.
 *
 * <pre>
 * written   ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY … | CHECK …
 * run       ALTER TABLE t ADD CONSTRAINT c … NOT VALID         lock: brief
 *           ALTER TABLE t VALIDATE CONSTRAINT c                lock: blocks no reads or writes
 * </pre>
 */
final class ConstraintNotValidFirst implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(AddConstraint.class)
                .map(AddConstraint::constraint)
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.ForeignKey
                        || constraint.rule() instanceof ConstraintRule.Check)
                .filter(constraint -> context.effects().work().stream().anyMatch(work -> work.work() != Work.METADATA))
                .flatMap(constraint -> name(context, constraint).map(name -> rewrite(context, constraint, name)));
    }

    // A constraint without a name has the one that the server would give it, since the catalog knows how it does.
    private static Optional<Identifier> name(PlanContext context, Constraint constraint) {
        return constraint
                .name()
                .or(() -> context.before()
                        .after(context.statement())
                        .table(context.table())
                        .flatMap(table -> table.constraints().getLast().name()));
    }

    private static Rewrite rewrite(PlanContext context, Constraint constraint, Identifier name) {
        return new Rewrite(
                "all rows of " + context.table()
                        + " would be looked at while writers wait: that is done afterwards, and blocks nobody",
                steps(context, context.table(), constraint, name),
                List.of());
    }

    /** Returns the steps that end with the constraint on the table. */
    static List<Step> steps(PlanContext context, QualifiedName table, Constraint constraint, Identifier name) {
        SqlText sql = context.sql();
        return List.of(
                new Step.Change(
                        "hold new rows to it",
                        List.of(sql.print(context.source(), Alters.notValid(table, constraint, name))),
                        WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", table, name))),
                new Step.Change(
                        "look at the rows that are there",
                        List.of(sql.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", table, name)),
                        WayBack.nothing()));
    }
}
