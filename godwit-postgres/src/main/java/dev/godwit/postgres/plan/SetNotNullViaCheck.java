package dev.godwit.postgres.plan;

import dev.godwit.core.effect.Work;
import dev.godwit.core.plan.Directives.Purpose;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ColumnAction.SetNotNull;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code SET NOT NULL} without a scan under an exclusive lock.
 *
 * <pre>
 * written   ALTER TABLE t ALTER COLUMN c SET NOT NULL
 * run       CREATE TRIGGER …; UPDATE t SET c = … WHERE c IS NULL, in batches  where the file says what to fill in
 *           ALTER TABLE t ADD CONSTRAINT g CHECK (c IS NOT NULL) NOT VALID     lock: brief
 *           ALTER TABLE t VALIDATE CONSTRAINT g                               lock: blocks no reads or writes
 *           ALTER TABLE t ALTER COLUMN c SET NOT NULL                         lock: brief, the check proves it (since 12)
 *           ALTER TABLE t DROP CONSTRAINT g                                   lock: brief
 * </pre>
 */
final class SetNotNullViaCheck implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(SetNotNull.class)
                .filter(set -> context.effects().work().stream().anyMatch(work -> work.work() != Work.METADATA))
                .map(set -> new Rewrite(
                        "SET NOT NULL would read all of " + context.table()
                                + " while every read and write waits: a check is validated first, which blocks neither",
                        steps(context, context.table(), set.column()),
                        contract(context, context.table(), set.column())));
    }

    /** Returns the steps that end with the column being NOT NULL; {@link #contract} belongs to them. */
    static List<Step> steps(PlanContext context, QualifiedName table, Identifier column) {
        List<Step> steps = new ArrayList<>();
        filling(context, table, column)
                .ifPresentOrElse(
                        filling -> {
                            steps.add(filling.begin());
                            steps.add(filling.batches());
                        },
                        () -> steps.add(noNulls(context.sql(), table, column)));
        steps.addAll(proved(context, table, column));
        return steps;
    }

    /** Returns what is left for CONTRACT: the old application may write NULL, which is filled until then. */
    static List<Step> contract(PlanContext context, QualifiedName table, Identifier column) {
        return filling(context, table, column).map(Filling::end).stream()
                .<Step>map(step -> step)
                .toList();
    }

    private static Optional<Filling> filling(PlanContext context, QualifiedName table, Identifier column) {
        return context.values()
                .of(Purpose.BACKFILL, table.last().name(), column.name())
                .map(value -> new Filling(
                        context, Tables.full(context, table), column, value, Filling.When.INSERT_OR_UPDATE));
    }

    /**
     * Returns the steps for a column in which no NULL stands any more. The check comes after the filling: also one that is NOT VALID refuses
     * whatever update of a row with NULL.
     */
    static List<Step> proved(PlanContext context, QualifiedName table, Identifier column) {
        SqlText sql = context.sql();
        Identifier check = HelperNames.of("present", table, column.name());
        return List.of(
                new Step.Change(
                        "refuse new NULLs",
                        List.of(sql.sql(
                                "ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID",
                                table,
                                check,
                                column)),
                        WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", table, check))),
                new Step.Change(
                        "look at the rows that are there",
                        List.of(sql.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", table, check)),
                        WayBack.nothing()),
                new Step.Change(
                        "the check proves it",
                        List.of(
                                sql.sql("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL", table, column),
                                sql.sql("ALTER TABLE {} DROP CONSTRAINT {}", table, check)),
                        WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} ALTER COLUMN {} DROP NOT NULL", table, column))));
    }

    private static Step.Check noNulls(SqlText sql, QualifiedName table, Identifier column) {
        return new Step.Check(
                "no row is NULL",
                sql.sql("SELECT count(*) || ' rows' FROM {} WHERE {} IS NULL HAVING count(*) > 0", table, column),
                "cannot set NOT NULL on " + table + "." + column
                        + ", NULL stands in it. Fill it first: -- godwit:backfill " + column
                        + " = <expression>, or an UPDATE. It is NULL in");
    }
}
