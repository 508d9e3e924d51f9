package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;

/** Judges {@code SET NOT NULL} and {@code DROP NOT NULL}. */
final class NotNullEffects {
    private NotNullEffects() {}

    static void set(Alteration alteration, Identifier column) {
        if (ColumnEffects.lacks(alteration, column)) {
            return;
        }
        alteration
                .impact()
                .refuseIf(
                        alteration.isOnly() && alteration.isPartitioned() && alteration.hasDescendants(),
                        "NOT NULL must be set on the partitions too");
        boolean already = ColumnEffects.column(alteration, column)
                .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                .isPresent();
        if (already) {
            alteration.needs(ACCESS_EXCLUSIVE);
            return;
        }
        alteration.needsAll(ACCESS_EXCLUSIVE);
        prove(alteration, column, alteration.rows());
        demand(alteration, column);
    }

    /** Reads those of the tables of which it is not known that no NULL stands in the column. */
    static void prove(Alteration alteration, Identifier column, List<QualifiedName> tables) {
        for (QualifiedName table : tables) {
            if (!isProved(alteration, table, column)) {
                alteration.impact().work(table, Work.SCAN);
            }
        }
    }

    /**
     * Tells whether the server knows already that no NULL stands in the column. A CHECK that the same statement drops proves nothing, wherever
     * it stands: drops run first (measured, 14 to 18).
     */
    static boolean isProved(Alteration alteration, QualifiedName table, Identifier column) {
        return alteration
                .schema()
                .table(table)
                .filter(known -> alteration.scene().atLeast(12)
                        ? known.provesNotNull(column, alteration.droppedConstraints())
                        : isNotNull(known, column))
                .isPresent();
    }

    // Before 12 a CHECK proved nothing (release notes of 12; measured on 10 and 11).
    private static boolean isNotNull(Table table, Identifier column) {
        return table.column(column)
                .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                .isPresent();
    }

    /** Says what new rows must bring from now on. */
    static void demand(Alteration alteration, Identifier column) {
        boolean wasNotNull = ColumnEffects.column(alteration, column)
                .filter(known -> known.nullability() != Column.Nullability.NULLABLE)
                .isPresent();
        if (wasNotNull || alteration.adds(column)) {
            return;
        }
        boolean fills = ColumnEffects.column(alteration, column)
                .filter(Column::fillsItself)
                .isPresent();
        alteration.impact().breaks(Breakage.Kind.VALUE_REFUSED, alteration.table(), column.name());
        if (!fills) {
            alteration.impact().breaks(Breakage.Kind.VALUE_DEMANDED, alteration.table(), column.name());
        }
    }

    static void drop(Alteration alteration, Identifier column) {
        if (ColumnEffects.lacks(alteration, column)) {
            return;
        }
        Impact impact = alteration.impact();
        boolean inKey = alteration.known().stream()
                .flatMap(table -> table.rules(PrimaryKey.class))
                .anyMatch(key -> key.key().columns().contains(column));
        impact.refuseIf(inKey, "column \"" + column + "\" is in the primary key");
        impact.refuseIf(
                ColumnEffects.column(alteration, column)
                        .flatMap(Column::identity)
                        .isPresent(),
                "column \"" + column + "\" is an identity");
        impact.refuseIf(
                alteration.isPartition() && isNotNullAbove(alteration, column),
                "column \"" + column + "\" is NOT NULL in the parent");
        alteration.needsAll(ACCESS_EXCLUSIVE);
        impact.breaks(Breakage.Kind.GUARANTEE_GONE, alteration.table(), column.name());
    }

    private static boolean isNotNullAbove(Alteration alteration, Identifier column) {
        return alteration
                .schema()
                .parents(alteration.table())
                .anyMatch(parent -> alteration
                        .schema()
                        .table(parent)
                        .flatMap(table -> table.column(column))
                        .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                        .isPresent());
    }
}
