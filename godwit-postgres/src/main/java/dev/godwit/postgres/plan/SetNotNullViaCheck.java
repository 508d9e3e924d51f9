package dev.godwit.postgres.plan;

import dev.godwit.core.effect.Work;
import dev.godwit.core.plan.Directives.Purpose;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
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
 * run       ALTER TABLE t ADD CONSTRAINT g CHECK (c IS NOT NULL) NOT VALID     lock: brief
 *           UPDATE t SET c = … WHERE c IS NULL, in batches                    where the file says what to fill in
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
                        List.of()));
    }

    /** Returns the steps that end with the column being NOT NULL. */
    static List<Step> steps(PlanContext context, QualifiedName table, Identifier column) {
        SqlText sql = context.sql();
        Identifier check = HelperNames.of("present", table, column.name());
        Optional<String> fill =
                context.values().of(Purpose.BACKFILL, table.last().name(), column.name());
        List<Step> steps = new ArrayList<>();
        if (fill.isEmpty()) {
            steps.add(noNulls(sql, table, column));
        }
        steps.add(new Step.Change(
                "refuse new NULLs",
                List.of(sql.sql(
                        "ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID", table, check, column)),
                WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", table, check))));
        fill.ifPresent(value -> steps.add(new Step.Batches(
                "fill the rows that are there",
                sql.sql("UPDATE {} SET {} = {} WHERE {} IS NULL", table, column, new Raw(value), column),
                WayBack.nothing())));
        steps.add(new Step.Change(
                "look at the rows that are there",
                List.of(sql.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", table, check)),
                WayBack.nothing()));
        steps.add(new Step.Change(
                "the check proves it",
                List.of(
                        sql.sql("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL", table, column),
                        sql.sql("ALTER TABLE {} DROP CONSTRAINT {}", table, check)),
                WayBack.by(sql.sql("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL", table, column))));
        return steps;
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
