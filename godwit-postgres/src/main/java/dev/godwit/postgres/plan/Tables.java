package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Work;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up what recipes ask of tables. */
final class Tables {
    private Tables() {}

    /** Returns the full name that a name in the statement means. */
    static QualifiedName full(PlanContext context, QualifiedName written) {
        return context.before().resolve(written);
    }

    /** Returns a name in the schema of another object. */
    static QualifiedName beside(QualifiedName object, Identifier name) {
        List<Identifier> parts = new ArrayList<>(object.parts());
        parts.set(parts.size() - 1, name);
        return new QualifiedName(parts);
    }

    /** Tells whether the statement would read or write all rows of a table. */
    static boolean works(PlanContext context) {
        return context.effects().work().stream().anyMatch(work -> work.work() != Work.METADATA);
    }

    static boolean isPartitioned(PlanContext context, QualifiedName table) {
        return context.known(table).flatMap(Table::partitioning).isPresent();
    }

    /** Returns the partitions that hold rows, of all levels. */
    static List<QualifiedName> leaves(PlanContext context, QualifiedName table) {
        if (!isPartitioned(context, table)) {
            return List.of(table);
        }
        return context.before()
                .partitions(table)
                .flatMap(partition -> leaves(context, partition.name()).stream())
                .toList();
    }

    /** Tells whether tables inherit from it, other than as partitions. */
    static boolean hasChildren(PlanContext context, QualifiedName table) {
        return context.before().children(table).findAny().isPresent();
    }

    static Optional<Column> column(PlanContext context, QualifiedName table, Identifier column) {
        return context.known(table).flatMap(known -> known.column(column));
    }
}
