package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The foreign keys of tables that are known. */
final class ForeignKeys {
    private ForeignKeys() {}

    /** Returns the tables to which the keys of a table refer, without itself. */
    static List<QualifiedName> parents(Catalog catalog, QualifiedName table) {
        QualifiedName self = catalog.resolve(table);
        return catalog.table(table).stream()
                .flatMap(known -> known.rules(ConstraintRule.ForeignKey.class))
                .map(key -> catalog.resolve(key.references().table()))
                .filter(parent -> !parent.equals(self))
                .distinct()
                .toList();
    }

    /** Returns the tables whose keys refer to a table, without itself. */
    static List<QualifiedName> children(Catalog catalog, QualifiedName table) {
        QualifiedName self = catalog.resolve(table);
        return catalog.referencing(table)
                .map(Table::name)
                .filter(child -> !child.equals(self))
                .toList();
    }

    /** Tells whether a key of another table refers to the column. */
    static boolean referTo(Catalog catalog, QualifiedName table, Identifier column) {
        return into(catalog, table).anyMatch(key -> columns(catalog, key).contains(column));
    }

    /** Returns the columns to which keys of other tables refer, for each key. */
    static Stream<List<Identifier>> referredColumns(Catalog catalog, QualifiedName table) {
        return into(catalog, table).map(key -> columns(catalog, key));
    }

    private static Stream<ConstraintRule.ForeignKey> into(Catalog catalog, QualifiedName table) {
        QualifiedName self = catalog.resolve(table);
        return catalog.referencing(table)
                .filter(child -> !child.name().equals(self))
                .flatMap(child -> child.rules(ConstraintRule.ForeignKey.class))
                .filter(key -> catalog.resolve(key.references().table()).equals(self));
    }

    private static List<Identifier> columns(Catalog catalog, ConstraintRule.ForeignKey key) {
        List<Identifier> said = key.references().columns();
        if (!said.isEmpty()) {
            return said;
        }
        return catalog.table(key.references().table()).stream()
                .flatMap(parent -> parent.rules(ConstraintRule.PrimaryKey.class))
                .flatMap(primary -> primary.key().columns().stream())
                .toList();
    }

    /** Returns the key of a table that the column is part of, with its constraint. */
    static Optional<TableConstraint> of(Table table, Identifier column) {
        return table.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.ForeignKey key
                        && key.columns().contains(column))
                .findFirst();
    }

    /** Returns the foreign keys of a table with that name, or all. */
    static Stream<ConstraintRule.ForeignKey> named(Table table, Optional<Identifier> name) {
        return table.constraints().stream()
                .filter(constraint -> name.isEmpty() || constraint.name().equals(name))
                .map(TableConstraint::rule)
                .filter(ConstraintRule.ForeignKey.class::isInstance)
                .map(ConstraintRule.ForeignKey.class::cast);
    }
}
