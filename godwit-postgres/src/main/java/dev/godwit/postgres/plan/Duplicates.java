package dev.godwit.postgres.plan;

import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.ConstraintRule.Nulls;
import dev.godwit.sql.Expression;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks for rows that a unique index would refuse, before hours are spent on building it. */
final class Duplicates {
    private Duplicates() {}

    static Step.Check check(
            PlanContext context,
            QualifiedName table,
            List<IndexElement> elements,
            Nulls nulls,
            Optional<Expression> where) {
        List<String> keys =
                elements.stream().map(element -> key(context, element)).toList();
        List<String> conditions = new ArrayList<>();
        where.ifPresent(predicate -> conditions.add("(" + predicate.text() + ")"));
        if (nulls != Nulls.NOT_DISTINCT) {
            keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
        }
        String list = String.join(", ", keys);
        String shown = elements.stream().map(Duplicates::shown).collect(Collectors.joining(", "));
        return new Step.Check(
                "no value stands there twice",
                "SELECT concat_ws(', ', " + list + ") || ' (' || count(*) || ' rows)' FROM "
                        + context.sql().name(table)
                        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                        + " GROUP BY " + list + " HAVING count(*) > 1 LIMIT 6",
                "cannot make (" + shown + ") of " + table
                        + " unique: values stand there more than once. Decide which rows stay, and remove or change the others:");
    }

    private static String key(PlanContext context, IndexElement element) {
        String value = element.column()
                .map(column -> context.sql().name(column))
                .or(() -> element.expression().map(expression -> "(" + expression.text() + ")"))
                .orElse("");
        return element.collation()
                .map(collation -> "(" + value + " COLLATE " + context.sql().name(collation) + ")")
                .orElse(value);
    }

    private static String shown(IndexElement element) {
        return element.column()
                .map(column -> column.name())
                .or(() -> element.expression().map(Expression::text))
                .orElse("");
    }
}
