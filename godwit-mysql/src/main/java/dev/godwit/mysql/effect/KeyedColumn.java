package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import java.util.Optional;
import java.util.Set;

/** Why a column that foreign keys use cannot be defined anew. */
final class KeyedColumn {
    private KeyedColumn() {}

    static Optional<String> refusal(
            ServerFacts server, Catalog catalog, AlterTable alter, Column column, ColumnChange change) {
        Set<Change> changes = change.changes();
        Table table = catalog.table(alter.table()).orElseThrow();
        boolean child = ForeignKeys.of(table, column.name())
                .filter(key -> !isDropped(alter, key))
                .isPresent();
        boolean parent = ForeignKeys.referTo(catalog, alter.table(), column.name());
        if (!child && !parent) {
            return Optional.empty();
        }
        boolean checked = Settings.checksForeignKeys(catalog);
        String what = "\"" + column.name() + "\" is used by a foreign key";
        if (!server.isMysql()) {
            return changes.contains(Change.CHANGE_TYPE)
                    ? Optional.of(what + " (error " + (child ? 1832 : 1833) + ")")
                    : Optional.empty();
        }
        if (changes.contains(Change.CHANGE_TYPE) && isIncompatible(change)) {
            return Optional.of(what + " with a column of another type (error 3780)");
        }
        boolean changed = changes.contains(Change.CHANGE_TYPE) || changes.contains(Change.LOSE_AUTO_INCREMENT);
        if (checked && changed) {
            return Optional.of(what + " (error " + (parent ? 1833 : 1832) + ")");
        }
        return Optional.empty();
    }

    // Texts may be of any length.
    private static boolean isIncompatible(ColumnChange change) {
        ColumnType old = change.oldType();
        ColumnType wanted = change.newType();
        return !old.isCharacter() || !wanted.isCharacter() || !old.charset().equals(wanted.charset());
    }

    private static boolean isDropped(AlterTable alter, TableConstraint constraint) {
        return alter.actions(DropConstraint.class)
                .anyMatch(drop -> drop.name().isPresent() && drop.name().equals(constraint.name()));
    }
}
