package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The locks on tables that foreign keys tie to the one that is changed. MySQL 8.0 locks them all: the children as strongly as the table
 * itself, the parents so where a key comes, goes or gets a name. MariaDB 11.4 keeps writers from the parent of a key that it checks.
 */
final class OtherTables {
    static final String EXCLUSIVE = "EXCLUSIVE";

    private final ServerFacts server;
    private final Catalog catalog;

    OtherTables(ServerFacts server, Catalog catalog) {
        this.server = server;
        this.catalog = catalog;
    }

    Effects lock(Effects effects, AlterTable alter) {
        Effects locked = effects;
        if (!server.isMysql()) {
            for (QualifiedName parent : checkedParents(alter)) {
                locked = locked.locking(parent, LockMode.BLOCKS_WRITES, "SHARED_NO_WRITE");
            }
            return locked;
        }
        for (QualifiedName parent : changedParents(alter)) {
            locked = exclusive(locked, parent);
        }
        return related(locked, alter.table());
    }

    /** Adds what MySQL locks besides a table that it changes in any way. */
    Effects related(Effects effects, QualifiedName table) {
        Effects locked = effects;
        if (!server.isMysql()) {
            return locked;
        }
        for (QualifiedName parent : ForeignKeys.parents(catalog, table)) {
            locked = locked.locking(parent, LockMode.BLOCKS_DDL, "SHARED_UPGRADABLE");
        }
        for (QualifiedName child : ForeignKeys.children(catalog, table)) {
            locked = exclusive(locked, child);
        }
        return locked;
    }

    /** Adds what MySQL locks besides a table that goes, or gets another name. */
    Effects relatedStrongly(Effects effects, QualifiedName table) {
        Effects locked = effects;
        if (!server.isMysql()) {
            return locked;
        }
        for (QualifiedName parent : ForeignKeys.parents(catalog, table)) {
            locked = exclusive(locked, parent);
        }
        return related(locked, table);
    }

    static Effects exclusive(Effects effects, QualifiedName table) {
        return effects.locking(table, LockMode.BLOCKS_READS_AND_WRITES, EXCLUSIVE);
    }

    private List<QualifiedName> changedParents(AlterTable alter) {
        List<QualifiedName> parents = new ArrayList<>(addedParents(alter));
        if (alter.actions(TableAction.RenameTable.class).findAny().isPresent()) {
            parents.addAll(ForeignKeys.parents(catalog, alter.table()));
        }
        alter.actions(DropConstraint.class)
                .filter(drop ->
                        drop.kind() == DropConstraint.Kind.FOREIGN_KEY || drop.kind() == DropConstraint.Kind.CONSTRAINT)
                .flatMap(drop ->
                        catalog.table(alter.table()).stream().flatMap(table -> ForeignKeys.named(table, drop.name())))
                .map(key -> catalog.resolve(key.references().table()))
                .forEach(parents::add);
        return parents;
    }

    private List<QualifiedName> addedParents(AlterTable alter) {
        return alter.actions(ConstraintAction.AddConstraint.class)
                .map(add -> add.constraint().rule())
                .filter(ConstraintRule.ForeignKey.class::isInstance)
                .map(rule -> ((ConstraintRule.ForeignKey) rule).references().table())
                .map(catalog::resolve)
                .filter(parent -> !parent.equals(catalog.resolve(alter.table())))
                .toList();
    }

    private List<QualifiedName> checkedParents(AlterTable alter) {
        if (!Settings.checksForeignKeys(catalog)) {
            return List.of();
        }
        Stream<QualifiedName> inline = alter.actions().stream()
                .filter(ColumnAction.AddColumn.class::isInstance)
                .map(AlterAction.class::cast)
                .flatMap(
                        action -> ((ColumnAction.AddColumn) action).definition().rules(ConstraintRule.ForeignKey.class))
                .map(key -> catalog.resolve(key.references().table()));
        return Stream.concat(addedParents(alter).stream(), inline).toList();
    }
}
