package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.WayBack;
import dev.godwit.core.plan.WaysBack;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back what was run as written. */
public final class PostgresWaysBack implements WaysBack {
    @Override
    public WayBack of(PlanContext context) {
        return switch (context.statement()) {
            case AlterTable alter -> actions(context, alter);
            case CreateTable create -> WayBack.by(context.sql().sql("DROP TABLE IF EXISTS {}", create.name()));
            case CreateIndex index
            when index.name().isPresent() ->
                WayBack.by(context.sql()
                        .sql(
                                "DROP INDEX CONCURRENTLY IF EXISTS {}",
                                index.name().get()));
            case Statement other -> new WayBack.None("nothing is known that undoes it: " + context.text());
        };
    }

    private static WayBack actions(PlanContext context, AlterTable alter) {
        List<String> statements = new ArrayList<>();
        for (AlterAction action : alter.actions().reversed()) {
            switch (action(context, alter, action)) {
                case WayBack.None none -> {
                    return none;
                }
                case WayBack.Statements back -> statements.addAll(back.statements());
            }
        }
        return new WayBack.Statements(statements);
    }

    private static WayBack action(PlanContext context, AlterTable alter, AlterAction action) {
        SqlText sql = context.sql();
        return switch (action) {
            case ColumnAction.AddColumn add ->
                WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP COLUMN IF EXISTS {}", alter.table(), add.column()));
            case ConstraintAction.AddConstraint add
            when add.constraint().name().isPresent() ->
                WayBack.by(sql.sql(
                        "ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}",
                        alter.table(),
                        add.constraint().name().get()));
            case ColumnAction.SetNotNull set ->
                WayBack.by(sql.sql("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL", alter.table(), set.column()));
            case ColumnAction.SetDefault set -> oldDefault(context, alter, set.column());
            case ColumnAction.DropDefault drop -> oldDefault(context, alter, drop.column());
            case AlterAction other -> new WayBack.None("nothing is known that undoes it: " + context.text());
        };
    }

    private static WayBack oldDefault(PlanContext context, AlterTable alter, Identifier column) {
        Optional<Column> before = context.known(alter.table()).flatMap(table -> table.column(column));
        if (before.isEmpty()) {
            return new WayBack.None("the default that column " + column + " had is not known");
        }
        Optional<Expression> value = before.get().defaultValue();
        return WayBack.by(
                value.isPresent()
                        ? context.sql()
                                .sql(
                                        "ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {}",
                                        alter.table(),
                                        column,
                                        new Raw(value.get().text()))
                        : context.sql().sql("ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT", alter.table(), column));
    }
}
