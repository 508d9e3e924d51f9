package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.TableIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the names of columns, indexes and constraints as the table has them, since the servers do not mind their case. */
final class Spelling {
    private final Table table;

    private Spelling(Table table) {
        this.table = table;
    }

    static AlterTable of(AlterTable alter, Optional<Table> table) {
        return table.map(known -> alter.with(alter.actions().stream()
                        .map(new Spelling(known)::action)
                        .toList()))
                .orElse(alter);
    }

    /** Tells whether the expression speaks of the column. */
    static boolean mentions(Expression expression, Identifier column) {
        return expression.names().anyMatch(column.name()::equalsIgnoreCase);
    }

    private Identifier column(Identifier written) {
        return spelled(written, table.columns().stream().map(Column::name));
    }

    private Identifier index(Identifier written) {
        return spelled(written, table.indexes().stream().flatMap(index -> index.name().stream()));
    }

    private Identifier constraint(Identifier written) {
        Stream<Identifier> constraints =
                table.constraints().stream().map(TableConstraint::name).flatMap(Optional::stream);
        return spelled(written, constraints);
    }

    private static Identifier spelled(Identifier written, Stream<Identifier> names) {
        return names.filter(name -> name.name().equalsIgnoreCase(written.name()))
                .findFirst()
                .orElse(written);
    }

    private AlterAction action(AlterAction action) {
        return switch (action) {
            case ColumnAction column -> column(column);
            case ConstraintAction constraint -> constraint(constraint);
            case IndexAction index -> index(index);
            case PartitionAction other -> other;
            case TableAction other -> other;
        };
    }

    private AlterAction column(ColumnAction action) {
        return switch (action) {
            case ColumnAction.AddColumn add ->
                new ColumnAction.AddColumn(add.definition(), add.guard(), position(add.position()));
            case ColumnAction.DropColumn drop ->
                new ColumnAction.DropColumn(column(drop.column()), drop.guard(), drop.behavior());
            case ColumnAction.RenameColumn rename ->
                new ColumnAction.RenameColumn(column(rename.column()), rename.to(), rename.guard());
            case ColumnAction.ModifyColumn modify ->
                new ColumnAction.ModifyColumn(
                        named(modify.definition(), this::column), modify.guard(), position(modify.position()));
            case ColumnAction.ChangeColumn change -> changed(change);
            case ColumnAction other -> other;
        };
    }

    private AlterAction changed(ColumnAction.ChangeColumn change) {
        boolean same = change.definition()
                .name()
                .name()
                .equalsIgnoreCase(change.column().name());
        ColumnDefinition definition = same ? named(change.definition(), this::column) : change.definition();
        return new ColumnAction.ChangeColumn(
                column(change.column()), definition, change.guard(), position(change.position()));
    }

    private static ColumnDefinition named(ColumnDefinition definition, Function<Identifier, Identifier> spelled) {
        return new ColumnDefinition(
                definition.span(), spelled.apply(definition.name()), definition.type(), definition.attributes());
    }

    private Position position(Position position) {
        return new Position(position.place(), position.after().map(this::column));
    }

    private AlterAction constraint(ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add ->
                new ConstraintAction.AddConstraint(
                        new Constraint(
                                add.constraint().span(),
                                add.constraint().name(),
                                rule(add.constraint().rule()),
                                add.constraint().checking()),
                        add.guard());
            case ConstraintAction.DropConstraint drop ->
                new ConstraintAction.DropConstraint(
                        drop.kind(), drop.name().map(this::constraint), drop.guard(), drop.behavior());
            case ConstraintAction.AlterConstraint alter ->
                new ConstraintAction.AlterConstraint(alter.kind(), constraint(alter.name()), alter.checking());
            case ConstraintAction.ValidateConstraint other -> other;
            case ConstraintAction.RenameConstraint other -> other;
        };
    }

    private ConstraintRule rule(ConstraintRule rule) {
        return switch (rule) {
            case ConstraintRule.PrimaryKey key -> new ConstraintRule.PrimaryKey(key(key.key()));
            case ConstraintRule.Unique unique -> new ConstraintRule.Unique(key(unique.key()));
            case ConstraintRule.ForeignKey key ->
                new ConstraintRule.ForeignKey(
                        key.columns().stream().map(this::column).toList(), key.references(), key.indexName());
            case ConstraintRule.NotNull other -> other;
            case ConstraintRule.Check other -> other;
            case ConstraintRule.Exclude other -> other;
        };
    }

    private ConstraintRule.Key key(ConstraintRule.Key key) {
        return new ConstraintRule.Key(
                elements(key.elements()),
                key.usingIndex(),
                key.indexName(),
                key.method(),
                key.include(),
                key.nulls(),
                key.options());
    }

    private List<IndexElement> elements(List<IndexElement> elements) {
        return elements.stream()
                .map(element -> new IndexElement(
                        element.column().map(this::column),
                        element.expression(),
                        element.length(),
                        element.collation(),
                        element.operatorClass(),
                        element.order()))
                .toList();
    }

    private AlterAction index(IndexAction action) {
        return switch (action) {
            case IndexAction.AddIndex add -> new IndexAction.AddIndex(index(add.index()), add.guard());
            case IndexAction.DropTableIndex drop -> new IndexAction.DropTableIndex(index(drop.name()), drop.guard());
            case IndexAction.RenameIndex rename ->
                new IndexAction.RenameIndex(index(rename.name()), rename.to(), rename.guard());
            case IndexAction.SetIndexVisibility set ->
                new IndexAction.SetIndexVisibility(index(set.name()), set.guard(), set.state());
            case IndexAction.SwitchKeys other -> other;
            case IndexAction.AttachIndex other -> other;
        };
    }

    private TableIndex index(TableIndex index) {
        return new TableIndex(
                index.span(), index.kind(), index.name(), index.method(), elements(index.elements()), index.options());
    }
}
