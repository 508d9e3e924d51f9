package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a server refuses what an ALTER TABLE does to indexes and keys. */
final class IndexRefusals {
    private final ServerFacts server;
    private final Catalog catalog;
    private final AlterTable alter;
    private final Optional<Table> table;
    private final List<String> reasons = new ArrayList<>();

    IndexRefusals(ServerFacts server, Catalog catalog, AlterTable alter) {
        this.server = server;
        this.catalog = catalog;
        this.alter = alter;
        this.table = catalog.table(alter.table());
    }

    List<String> reasons() {
        alter.actions(ConstraintAction.AddConstraint.class).forEach(this::unique);
        alter.actions(IndexAction.AddIndex.class)
                .forEach(add -> index(add.index().name(), add.index().elements(), add.guard()));
        alter.actions(IndexAction.DropTableIndex.class).forEach(this::dropIndex);
        alter.actions(IndexAction.RenameIndex.class).forEach(this::renameIndex);
        primaryKey();
        return reasons;
    }

    private void unique(ConstraintAction.AddConstraint add) {
        if (add.constraint().rule() instanceof ConstraintRule.Unique unique) {
            Optional<Identifier> name =
                    unique.key().indexName().or(() -> add.constraint().name());
            index(name, unique.key().elements(), add.guard());
        }
    }

    private boolean isDropped(TableConstraint constraint) {
        return alter.actions(DropConstraint.class)
                .anyMatch(drop -> drop.name().isPresent() && drop.name().equals(constraint.name()));
    }

    private void index(Optional<Identifier> name, List<IndexElement> elements, Guard guard) {
        name.flatMap(wanted -> table.flatMap(known -> known.index(wanted)))
                .filter(known -> guard == Guard.NONE && !isDropped(known))
                .ifPresent(
                        known -> reasons.add("there is an index \"" + name.orElseThrow() + "\" already (error 1061)"));
        elements.stream()
                .flatMap(element -> element.column().stream())
                .filter(column -> Knowledge.lacksColumn(table, column) && !makes(column))
                .forEach(column -> reasons.add("there is no column \"" + column + "\" (error 1072)"));
    }

    private boolean makes(Identifier column) {
        return alter.actions(ColumnAction.AddColumn.class)
                        .anyMatch(add -> add.column().equals(column))
                || alter.actions(ColumnAction.RenameColumn.class)
                        .anyMatch(rename -> rename.to().equals(column))
                || alter.actions(ColumnAction.ChangeColumn.class)
                        .anyMatch(change -> change.definition().name().equals(column));
    }

    private boolean isDropped(Index index) {
        return alter.actions(IndexAction.DropTableIndex.class)
                        .anyMatch(
                                drop -> index.name().filter(drop.name()::equals).isPresent())
                || alter.actions(DropConstraint.class)
                        .anyMatch(drop -> drop.name().equals(index.name()));
    }

    private void renameIndex(IndexAction.RenameIndex rename) {
        if (rename.guard() == Guard.NONE && Knowledge.lacksIndex(table, rename.name())) {
            reasons.add("there is no index \"" + rename.name() + "\" (error 1176)");
        }
    }

    private void dropIndex(IndexAction.DropTableIndex drop) {
        if (Knowledge.lacksIndex(table, drop.name())) {
            if (drop.guard() == Guard.NONE) {
                reasons.add("there is no index \"" + drop.name() + "\" (error 1091)");
            }
            return;
        }
        table.flatMap(known -> known.index(drop.name()))
                .filter(this::isNeeded)
                .ifPresent(index -> reasons.add("a foreign key needs the index \"" + drop.name() + "\" (error 1553)"));
    }

    private boolean isNeeded(Index index) {
        Table known = table.orElseThrow();
        Stream<List<Identifier>> own = known.constraints().stream()
                .filter(constraint -> !isDropped(constraint))
                .map(TableConstraint::rule)
                .filter(ConstraintRule.ForeignKey.class::isInstance)
                .map(rule -> ((ConstraintRule.ForeignKey) rule).columns());
        return Stream.concat(own, ForeignKeys.referredColumns(catalog, alter.table()))
                .anyMatch(columns -> leads(columns(index.elements()), columns) && !isServed(known, index, columns));
    }

    private boolean isServed(Table known, Index without, List<Identifier> columns) {
        Stream<List<IndexElement>> left = known.indexes().stream()
                .filter(index -> !index.equals(without) && !isDropped(index))
                .map(Index::elements);
        return Stream.concat(left, added()).anyMatch(elements -> leads(columns(elements), columns));
    }

    private Stream<List<IndexElement>> added() {
        Stream<List<IndexElement>> indexes =
                alter.actions(IndexAction.AddIndex.class).map(add -> add.index().elements());
        Stream<List<IndexElement>> keys = alter.actions(ConstraintAction.AddConstraint.class)
                .map(add -> add.constraint().rule())
                .flatMap(rule -> switch (rule) {
                    case ConstraintRule.Unique unique -> Stream.of(unique.key().elements());
                    case ConstraintRule.PrimaryKey key -> Stream.of(key.key().elements());
                    case ConstraintRule.ForeignKey other -> Stream.of();
                    case ConstraintRule.NotNull other -> Stream.of();
                    case ConstraintRule.Check other -> Stream.of();
                    case ConstraintRule.Exclude other -> Stream.of();
                });
        return Stream.concat(indexes, keys);
    }

    private static List<Identifier> columns(List<IndexElement> elements) {
        return elements.stream().flatMap(element -> element.column().stream()).toList();
    }

    private static boolean leads(List<Identifier> index, List<Identifier> columns) {
        return index.size() >= columns.size()
                && index.subList(0, columns.size()).equals(columns);
    }

    private void primaryKey() {
        boolean drops =
                alter.actions(DropConstraint.class).anyMatch(drop -> drop.kind() == DropConstraint.Kind.PRIMARY_KEY);
        boolean adds = alter.actions(ConstraintAction.AddConstraint.class)
                        .anyMatch(add -> add.constraint().rule() instanceof ConstraintRule.PrimaryKey)
                || alter.actions(ColumnAction.AddColumn.class)
                        .anyMatch(add -> add.definition().has(ConstraintRule.PrimaryKey.class));
        Optional<Index> key = table.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(index -> index.kind().equals("PRIMARY"))
                .findFirst();
        if (adds && !drops && key.isPresent()) {
            reasons.add("there is a primary key already (error 1068)");
        }
        if (drops && Knowledge.isWhole(table) && key.isEmpty()) {
            reasons.add("there is no primary key (error 1091)");
        }
        autoIncrement(drops);
        // MariaDB finds it out where it puts the copied table into its place.
        if (drops && (server.isMysql() || !adds) && key.filter(this::isNeeded).isPresent()) {
            reasons.add("foreign keys refer to the primary key (error " + (server.isMysql() ? 1553 : 1025) + ")");
        }
    }

    private void autoIncrement(boolean dropsKey) {
        List<Identifier> counting = table.stream()
                .flatMap(known -> known.columns().stream())
                .filter(column ->
                        column.attribute(ColumnAttribute.AutoIncrement.class).isPresent())
                .map(Column::name)
                .filter(column -> !isDefinedAnew(column))
                .toList();
        boolean another = alter.actions(ColumnAction.AddColumn.class)
                .anyMatch(add -> add.definition()
                                .attribute(ColumnAttribute.AutoIncrement.class)
                                .isPresent()
                        || add.definition()
                                .type()
                                .filter(type -> type.base().equalsIgnoreCase("serial"))
                                .isPresent());
        boolean keyless = dropsKey && counting.stream().anyMatch(column -> !isLed(column));
        if ((!counting.isEmpty() && another) || keyless) {
            reasons.add("there can be one AUTO_INCREMENT column, and it must lead a key (error 1075)");
        }
    }

    private boolean isLed(Identifier column) {
        Stream<List<IndexElement>> left = table.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(index -> !index.kind().equals("PRIMARY"))
                .map(Index::elements);
        return Stream.concat(left, added()).anyMatch(elements -> leads(columns(elements), List.of(column)));
    }

    private boolean isDefinedAnew(Identifier column) {
        return alter.actions(ColumnAction.ModifyColumn.class)
                        .anyMatch(modify -> modify.column().equals(column))
                || alter.actions(ColumnAction.ChangeColumn.class)
                        .anyMatch(change -> change.column().equals(column))
                || alter.actions(ColumnAction.DropColumn.class)
                        .anyMatch(drop -> drop.column().equals(column));
    }
}
