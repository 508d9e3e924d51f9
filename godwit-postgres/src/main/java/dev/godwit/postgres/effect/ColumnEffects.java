package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.effect.Breakage;
import dev.godwit.sql.ColumnAction.RenameColumn;
import dev.godwit.sql.ColumnAction.SetColumnOption;
import dev.godwit.sql.Identifier;
import java.util.Optional;

/** Judges the changes of a column that touch no row. */
final class ColumnEffects {
    private ColumnEffects() {}

    static void rename(Alteration alteration, RenameColumn rename) {
        Identifier column = rename.column();
        if (lacks(alteration, column) || alteration.refusesOnly("the name of a column")) {
            return;
        }
        Impact impact = alteration.impact();
        impact.refuseIf(has(alteration, rename.to()), "column \"" + rename.to() + "\" is there already");
        impact.refuseIf(
                alteration.schema().inherits(alteration.table(), column), "column \"" + column + "\" is inherited");
        alteration.needsAll(ACCESS_EXCLUSIVE);
        impact.breaks(Breakage.Kind.COLUMN_RENAMED, alteration.table(), column.name());
        impact.breaks(Breakage.Kind.PREPARED_STATEMENTS, alteration.table(), "");
    }

    static void setDefault(Alteration alteration, Identifier column) {
        if (lacks(alteration, column)) {
            return;
        }
        refuseGenerated(alteration, column);
        alteration.needsAll(ACCESS_EXCLUSIVE);
    }

    static void dropDefault(Alteration alteration, Identifier column) {
        setDefault(alteration, column);
        boolean demanded = column(alteration, column)
                .filter(known -> known.nullability() != Column.Nullability.NULLABLE
                        && known.defaultValue().isPresent())
                .isPresent();
        boolean replaced = alteration
                .statement()
                .actions(dev.godwit.sql.ColumnAction.SetDefault.class)
                .anyMatch(set -> set.column().equals(column));
        if (demanded && !replaced) {
            alteration.impact().breaks(Breakage.Kind.VALUE_DEMANDED, alteration.table(), column.name());
        }
    }

    private static void refuseGenerated(Alteration alteration, Identifier column) {
        Optional<Column> known = column(alteration, column);
        alteration
                .impact()
                .refuseIf(known.flatMap(Column::generated).isPresent(), "column \"" + column + "\" is generated");
        alteration
                .impact()
                .refuseIf(known.flatMap(Column::identity).isPresent(), "column \"" + column + "\" is an identity");
    }

    // SET STATISTICS and SET STORAGE reach all below, the others only the table itself (measured, 14 to 18).
    static void setOption(Alteration alteration, SetColumnOption set) {
        if (lacks(alteration, set.column())) {
            return;
        }
        String name = set.setting().name();
        if (name.contains("STATISTICS")) {
            alteration.needsAll(SHARE_UPDATE_EXCLUSIVE);
        } else if (name.contains("STORAGE")) {
            alteration.needsAll(ACCESS_EXCLUSIVE);
        } else if (name.contains("COMPRESSION") || name.contains("OPTIONS")) {
            alteration.needs(ACCESS_EXCLUSIVE);
        } else {
            alteration.needs(SHARE_UPDATE_EXCLUSIVE);
        }
    }

    /** Tells whether the column is missing, which the server refuses. */
    static boolean lacks(Alteration alteration, Identifier column) {
        boolean lacks = alteration.schema().lacks(alteration.table(), column) && !alteration.adds(column);
        alteration.impact().refuseIf(lacks, "\"" + alteration.table() + "\" has no column \"" + column + "\"");
        return lacks;
    }

    static boolean has(Alteration alteration, Identifier column) {
        return column(alteration, column).isPresent();
    }

    static Optional<Column> column(Alteration alteration, Identifier column) {
        return alteration.known().flatMap(table -> table.column(column));
    }
}
