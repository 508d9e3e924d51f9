package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes many rows some at a time, where that ends just as the one statement does: it reads no other row, calls nothing that may answer
 * differently a moment later, fires no trigger, and gives a row the same value whether it meets it once or twice.
 *
 * <pre>
 * written   UPDATE t SET c = lower(d) WHERE e &gt; 5
 * run       UPDATE t SET c = lower(d) WHERE (e &gt; 5) AND c IS DISTINCT FROM CAST(lower(d) AS text), in batches
 *           the same at once, for rows that others moved meanwhile to where the batches were past
 * </pre>
 */
final class RowsInBatches implements Recipe {
    /** Immutable, by whatever arguments (pg_proc of 14 to 18); and words before a parenthesis that call nothing. */
    private static final Set<String> STEADY = Set.of(
            "lower",
            "upper",
            "initcap",
            "trim",
            "btrim",
            "ltrim",
            "rtrim",
            "length",
            "char_length",
            "substring",
            "substr",
            "replace",
            "left",
            "right",
            "lpad",
            "rpad",
            "repeat",
            "reverse",
            "split_part",
            "strpos",
            "position",
            "md5",
            "abs",
            "round",
            "floor",
            "ceil",
            "ceiling",
            "trunc",
            "sign",
            "mod",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "and",
            "or",
            "not",
            "in",
            "any",
            "all",
            "case",
            "when",
            "then",
            "else",
            "array",
            "row",
            "values",
            "where",
            "set",
            "between",
            "varchar",
            "char",
            "character",
            "numeric",
            "decimal",
            "varying");

    /** Words that stand for another value at each time. */
    private static final Set<String> PASSING = Set.of(
            "current_timestamp",
            "current_date",
            "current_time",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_schema",
            "current_catalog");

    /** Types of which the server knows when two values are alike. */
    private static final Set<String> COMPARED = Set.of(
            "smallint",
            "integer",
            "int",
            "bigint",
            "int2",
            "int4",
            "int8",
            "numeric",
            "decimal",
            "real",
            "float4",
            "float8",
            "double precision",
            "text",
            "varchar",
            "character varying",
            "char",
            "character",
            "bpchar",
            "boolean",
            "bool",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "timestamp with time zone",
            "interval",
            "uuid",
            "jsonb",
            "bytea");

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final Pattern ONE = Pattern.compile(
            "UPDATE\\s+" + NAME + "(?:\\s*\\.\\s*" + NAME + ")*\\s+SET\\s+" + NAME + "\\s*=\\s*(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WHERE = Pattern.compile("\\s+WHERE\\s*$", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof Dml dml)
                || !Set.of("UPDATE", "DELETE").contains(dml.verb())
                || !Set.of(Clause.WHERE).containsAll(dml.clauses())
                || !dml.reads().isEmpty()
                || !Tables.works(context)) {
            return Optional.empty();
        }
        String text = context.text();
        Expression whole = new PostgresDialect().expression(text);
        boolean steady = whole.tokens().getFirst().is(dml.verb())
                && whole.calls().stream().allMatch(call -> STEADY.contains(call.toLowerCase(Locale.ROOT)))
                && whole.names().noneMatch(word -> PASSING.contains(word.toLowerCase(Locale.ROOT)))
                && !text.contains("--")
                && !text.contains("/*");
        return dml.target()
                .filter(target -> steady)
                .flatMap(context::known)
                .filter(table -> table.knowledge() == Table.Knowledge.WHOLE
                        && table.triggers().isEmpty())
                .flatMap(table ->
                        dml.verb().equals("DELETE") ? delete(context, dml, table) : update(context, dml, table));
    }

    // Who refers to the rows could refuse one in the middle.
    private static Optional<Rewrite> delete(PlanContext context, Dml dml, Table table) {
        return context.before().referencing(table.name()).findAny().isPresent()
                ? Optional.empty()
                : Optional.of(rewrite(dml, context.text()));
    }

    private static Optional<Rewrite> update(PlanContext context, Dml dml, Table table) {
        if (dml.columns().size() != 1
                || table.partitioning()
                        .filter(scheme -> scheme.columns()
                                .contains(dml.columns().getFirst().name()))
                        .isPresent()) {
            return Optional.empty();
        }
        Identifier column = dml.columns().getFirst();
        // Of a type with a length or precision the value that is stored may be another than the one that was computed.
        Optional<TypeName> type = table.column(column)
                .flatMap(Column::type)
                .filter(known -> COMPARED.contains(words(known))
                        && known.dimensions() == 0
                        && known.arguments().isEmpty());
        boolean referred = context.before()
                .referencing(table.name())
                .flatMap(from -> from.rules(ForeignKey.class))
                .filter(key -> Tables.full(context, key.references().table()).equals(table.name()))
                .anyMatch(key -> key.references().columns().isEmpty()
                        || key.references().columns().contains(column));
        return value(context, dml)
                .filter(value -> type.isPresent()
                        && !referred
                        && !new PostgresDialect().expression(value).mentions(column))
                .map(value -> rewrite(dml, narrowed(context, dml, column, type.orElseThrow(), value)));
    }

    private static String words(TypeName type) {
        return type.base().toLowerCase(Locale.ROOT);
    }

    /** The expression that is assigned, where the statement is as simple as that. */
    private static Optional<String> value(PlanContext context, Dml dml) {
        SourceSpan span = dml.span();
        int end = dml.where().map(where -> where.span().start()).orElse(span.end());
        String head = context.text(new SourceSpan(span.start(), end));
        String assigned = dml.where().isPresent() ? WHERE.matcher(head).replaceFirst("") : head;
        Matcher one = ONE.matcher(assigned.strip());
        return one.matches() ? Optional.of(one.group(1).strip()) : Optional.empty();
    }

    private static String narrowed(PlanContext context, Dml dml, Identifier column, TypeName type, String value) {
        QualifiedName table = dml.target().orElseThrow();
        String where =
                dml.where().map(condition -> "(" + condition.text() + ") AND ").orElse("");
        return context.sql()
                .sql(
                        "UPDATE {} SET {} = {} WHERE {}{} IS DISTINCT FROM CAST({} AS {})",
                        table,
                        column,
                        new Raw(value),
                        new Raw(where),
                        column,
                        new Raw(value),
                        new Raw(type.toString()));
    }

    private static Rewrite rewrite(Dml dml, String statement) {
        WayBack none = new WayBack.None(
                "what the rows of " + dml.target().orElseThrow() + " were before the " + dml.verb() + " is not known");
        return new Rewrite(
                "its rows would stay locked until the last is changed: they are changed in batches, which ends just the same",
                List.of(
                        new Step.Batches("change the rows that are there", statement, none),
                        new Step.Change("change those that were moved meanwhile", List.of(statement), none)),
                List.of());
    }
}
