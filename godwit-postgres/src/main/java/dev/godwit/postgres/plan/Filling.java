package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;

/**
 * Gives a column a value wherever it has none: in rows that are there batch by batch, in rows that are written meanwhile by a trigger. Without
 * the trigger a row that is updated while the batches run could move to a block that they are past already, and be missed.
 *
 * @param table its full name
 * @param value an expression over the columns of the table, by their names or by the table's
 */
record Filling(PlanContext context, QualifiedName table, Identifier column, String value, When when) {
    private static final String QUOTE = "$godwit$";

    /** What is filled by the trigger. */
    enum When {
        /** For a column with a default, which fills what is inserted. */
        UPDATE,
        INSERT_OR_UPDATE
    }

    Filling {
        if (Tables.hasChildren(context, table)) {
            throw new CannotPlanException("cannot fill column \"" + column + "\" of " + table
                    + " while it is in use: tables inherit from it, which triggers do not reach."
                    + " Do it for each of them in a migration of its own");
        }
        refuseGenerated(context, table, column, value);
    }

    // A BEFORE trigger runs before stored columns are computed (manual, CREATE TABLE, GENERATED ALWAYS AS).
    private static void refuseGenerated(PlanContext context, QualifiedName table, Identifier column, String value) {
        Expression expression = new PostgresDialect().expression(value);
        context.known(table).stream()
                .map(Table::columns)
                .flatMap(List::stream)
                .filter(known -> known.generated().isPresent() && expression.mentions(known.name()))
                .map(Column::name)
                .findFirst()
                .ifPresent(generated -> {
                    throw new CannotPlanException("cannot fill column \"" + column + "\" of " + table + " by " + value
                            + ": \"" + generated + "\" is generated, and has no value yet when a row is written."
                            + " Write what it is generated from");
                });
    }

    /** Makes the trigger. */
    Step.Change begin() {
        SqlText sql = context.sql();
        return new Step.Change(
                "fill what is written from now on",
                List.of(
                        sql.sql(
                                "CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS {}",
                                function(),
                                new Raw(quoted(body()))),
                        sql.sql(
                                "CREATE TRIGGER {} BEFORE " + when.name().replace('_', ' ')
                                        + " ON {} FOR EACH ROW WHEN (NEW.{} IS NULL) EXECUTE FUNCTION {}()",
                                name(),
                                table,
                                column,
                                function())),
                WayBack.by(drop().toArray(String[]::new)));
    }

    private String body() {
        SqlText sql = context.sql();
        return sql.sql(
                " BEGIN SELECT {} INTO NEW.{} FROM (SELECT NEW.*) AS {}; RETURN NEW; END ",
                new Raw(value),
                column,
                table.last());
    }

    private String quoted(String body) {
        return body.contains(QUOTE) ? context.sql().literal(body) : QUOTE + body + QUOTE;
    }

    /** Fills the rows that are there. */
    Step.Batches batches() {
        return new Step.Batches(
                "fill the rows that are there",
                context.sql().sql("UPDATE {} SET {} = {} WHERE {} IS NULL", table, column, new Raw(value), column),
                WayBack.nothing());
    }

    /** Removes the trigger. */
    Step.Change end() {
        return new Step.Change("nothing is left to fill", drop(), WayBack.nothing());
    }

    private List<String> drop() {
        SqlText sql = context.sql();
        return List.of(
                sql.sql("DROP TRIGGER IF EXISTS {} ON {}", name(), table),
                sql.sql("DROP FUNCTION IF EXISTS {}()", function()));
    }

    private Identifier name() {
        return HelperNames.of("fill", table, column.name());
    }

    private QualifiedName function() {
        return Tables.beside(table, name());
    }
}
