package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction.RenameTable;
import dev.godwit.sql.TableAction.SetSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a table another name or schema, and leaves a view under the old one until the old application is gone.
 *
 * <pre>
 * written   ALTER TABLE t RENAME TO u
 * expand    ALTER TABLE t RENAME TO u; CREATE VIEW t AS SELECT * FROM u     lock: brief, one transaction
 * contract  DROP VIEW t
 * </pre>
 */
final class RenameTableByView implements Recipe {
    private static final int POLICIES_THROUGH_VIEWS = 15;

    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof AlterTable alter)
                || !alter.kind().equals("TABLE")
                || context.effects().refusal().isPresent()) {
            return Optional.empty();
        }
        QualifiedName from = Tables.full(context, alter.table());
        Optional<QualifiedName> to = context.action(RenameTable.class)
                .map(rename -> Tables.beside(from, rename.to().last()))
                .or(() -> context.action(SetSchema.class)
                        .map(set -> new QualifiedName(List.of(set.schema(), from.last()))));
        return to.filter(renamed -> context.known(from).isPresent()).map(renamed -> rewrite(context, from, renamed));
    }

    private static Rewrite rewrite(PlanContext context, QualifiedName from, QualifiedName to) {
        Table table = context.known(from).orElseThrow();
        refuseHiddenRows(context, table);
        SqlText sql = context.sql();
        List<String> statements = new ArrayList<>();
        statements.add(context.text());
        statements.addAll(new StandIn(context, from, to, Map.of()).create());
        return new Rewrite(
                "the old application knows " + from.last() + " by its name: a view stands there until that is gone"
                        + StandIn.LIMITS,
                List.of(
                        StandIn.check(context, from),
                        new Step.Change(
                                "leave a view under the old name", statements, WayBack.by(back(sql, from, to)))),
                List.of(new Step.Change(
                        "drop the view",
                        List.of(sql.sql("DROP VIEW IF EXISTS {}", from)),
                        new WayBack.None("the view is gone"))));
    }

    /** Until 15 what a view reads is filtered by the policies for its owner, and not for who asks. */
    static void refuseHiddenRows(PlanContext context, Table table) {
        if (!context.version().atLeast(POLICIES_THROUGH_VIEWS) && table.flags().contains("ROW LEVEL SECURITY")) {
            throw new CannotPlanException("cannot rename in " + table.name()
                    + " while both applications work: it has row level security, which a view honours for its reader since PostgreSQL 15 only."
                    + " Run it as written while nobody works, with -- godwit:allow");
        }
    }

    private static String back(SqlText sql, QualifiedName from, QualifiedName to) {
        String move = isBeside(from, to)
                ? sql.sql("ALTER TABLE {} RENAME TO {}", to, from.last())
                : sql.sql("ALTER TABLE {} SET SCHEMA {}", to, schema(from));
        return sql.sql(
                "DO $godwit$ BEGIN IF to_regclass({}) IS NOT NULL THEN DROP VIEW IF EXISTS {}; {}; END IF; END $godwit$",
                new Raw(sql.literal(sql.name(to))),
                from,
                new Raw(move));
    }

    private static boolean isBeside(QualifiedName from, QualifiedName to) {
        return Tables.beside(from, to.last()).equals(to);
    }

    private static Identifier schema(QualifiedName name) {
        return name.parts().size() > 1 ? name.parts().get(name.parts().size() - 2) : new Identifier("public");
    }
}
