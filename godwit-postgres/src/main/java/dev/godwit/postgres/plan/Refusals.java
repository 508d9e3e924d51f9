package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.Trigger;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.postgres.effect.TypeConversion;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says of which changes of type no second column can take the place, and what to do then. */
final class Refusals {
    private Refusals() {}

    static Table table(PlanContext context, ChangeType change) {
        QualifiedName name = context.table();
        Table table = context.known(name)
                .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                .orElseThrow(() -> cannot(
                        name,
                        change.column(),
                        "what hangs on it is not known",
                        "Plan with --url, so that the database can be asked"));
        refuseIf(
                context.effects().refusal().isPresent(),
                name,
                change.column(),
                "the server refuses it: " + context.effects().refusal().orElse(""),
                "Take away in an earlier migration what is in the way, and make it anew in a later one");
        refuseIf(
                !table.kind().equals("TABLE"),
                name,
                change.column(),
                "\"" + name + "\" is a " + table.kind().toLowerCase(java.util.Locale.ROOT),
                RUN_AS_WRITTEN);
        refuseIf(
                table.partitioning().isPresent()
                        || table.partitionOf().isPresent()
                        || !table.parents().isEmpty()
                        || context.before().children(table.name()).findAny().isPresent()
                        || context.before().partitions(table.name()).findAny().isPresent(),
                name,
                change.column(),
                "a table that is partitioned or inherited needs its rows copied into a new one",
                RUN_AS_WRITTEN);
        return table;
    }

    private static final String RUN_AS_WRITTEN =
            "Change it while the application is stopped, with -- godwit:allow and the reason";

    static void refuse(Shadow shadow) {
        Table table = shadow.table();
        QualifiedName name = shadow.name();
        Identifier column = shadow.own();
        refuseIf(
                shadow.column().generated().isPresent(),
                name,
                column,
                "it is a generated column",
                "Add a second one of the new type and drop this one later");
        refuseIf(
                TypeConversion.isConstrainedDomain(shadow.change().type(), shadow.catalog()),
                name,
                column,
                "a column of a domain with constraints is not added without writing all rows",
                "Use the domain's base type and a CHECK");
        table.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.Exclude exclude
                        && (exclude.elements().mentions(column)
                                || exclude.where()
                                        .filter(where -> where.mentions(column))
                                        .isPresent()))
                .findFirst()
                .ifPresent(exclude -> {
                    throw cannot(
                            name,
                            column,
                            "the exclusion constraint "
                                    + exclude.name().map(Identifier::name).orElse("")
                                    + " cannot be built while others write",
                            RUN_AS_WRITTEN);
                });
        new IncomingKeys(shadow)
                .all()
                .filter(incoming -> incoming.from().partitioning().isPresent()
                        || incoming.from().partitionOf().isPresent()
                        || (incoming.from().name().equals(name)
                                && incoming.key().columns().contains(column)))
                .findFirst()
                .ifPresent(incoming -> {
                    throw cannot(
                            name,
                            column,
                            "the foreign key " + incoming.name() + " of \""
                                    + incoming.from().name()
                                    + "\" cannot be made to refer to another column without a stop",
                            "Drop it in an earlier migration and add it in a later one");
                });
        table.indexes().stream()
                .filter(index -> index.uses(column) && index.validity() == Index.Validity.INVALID)
                .findFirst()
                .ifPresent(index -> {
                    throw cannot(
                            name,
                            column,
                            "index " + index.name().map(Identifier::name).orElse("") + " is invalid",
                            "REINDEX or drop it first");
                });
        triggers(shadow);
        expression(shadow, shadow.forward());
        expression(shadow, shadow.down());
    }

    // Names sort by their bytes.
    private static void triggers(Shadow shadow) {
        shadow.table().triggers().stream()
                .filter(trigger -> trigger.timing().equals("BEFORE"))
                .map(Trigger::name)
                // Those for other columns leave this one alone.
                .filter(trigger -> !trigger.name().startsWith(Shadow.TRIGGER))
                .filter(trigger -> Comparator.<String>naturalOrder()
                                .compare(trigger.name(), shadow.trigger().name())
                        > 0)
                .findFirst()
                .ifPresent(trigger -> {
                    throw cannot(
                            shadow.name(),
                            shadow.own(),
                            "trigger \"" + trigger + "\" would fire after the one that keeps both columns in step",
                            "Rename it so that it sorts before " + shadow.trigger());
                });
    }

    private static void expression(Shadow shadow, Optional<Expression> expression) {
        if (expression.isEmpty()) {
            return;
        }
        refuseIf(
                TypeConversion.isVolatile(expression.get(), shadow.catalog()),
                shadow.name(),
                shadow.own(),
                "\"" + expression.get().text() + "\" may give another value each time",
                "Use an expression that is stable or immutable");
        shadow.table().columns().stream()
                .filter(column ->
                        column.generated().isPresent() && expression.get().mentions(column.name()))
                .map(Column::name)
                .findFirst()
                .ifPresent(column -> {
                    throw cannot(
                            shadow.name(),
                            shadow.own(),
                            "generated column \"" + column + "\" has no value yet when a trigger runs",
                            "Write out its expression");
                });
    }

    /** Returns how the old value is made of the new one; empty where an assignment does. */
    static Optional<Expression> down(PlanContext context, Table table, Column column, ChangeType change) {
        Catalog catalog = context.before();
        Optional<String> said = context.values()
                .of(
                        dev.godwit.core.plan.Directives.Purpose.DOWN,
                        table.name().last().name(),
                        column.name().name());
        if (said.isPresent()) {
            return said.map(context.sql()::expression);
        }
        boolean computed = change.using()
                .filter(using -> !TypeConversion.isCast(using, column.name(), catalog))
                .isPresent();
        boolean assigned = !computed
                && column.type()
                        .map(type -> TypeConversion.between(change.type(), type, catalog))
                        .filter(back -> List.of(TypeConversion.ASSIGNED, TypeConversion.READ)
                                .contains(back))
                        .isPresent();
        refuseIf(
                !assigned,
                table.name(),
                column.name(),
                computed
                        ? "no one can tell how the old value is had back from what USING makes"
                        : "nothing makes a value of the old type from one of type " + change.type(),
                "Say it in the file: -- godwit:down " + column.name() + " = <expression>");
        return Optional.empty();
    }

    private static void refuseIf(boolean refused, QualifiedName table, Identifier column, String why, String next) {
        if (refused) {
            throw cannot(table, column, why, next);
        }
    }

    static CannotPlanException cannot(QualifiedName table, Identifier column, String why, String next) {
        return new CannotPlanException(
                "cannot change the type of \"" + table + "\".\"" + column + "\" without a stop: " + why + ". " + next);
    }
}
