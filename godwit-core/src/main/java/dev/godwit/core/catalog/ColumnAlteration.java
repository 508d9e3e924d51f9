package dev.godwit.core.catalog;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Collated;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnAttribute.Setting;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out what an ALTER TABLE does to columns, on the children too. */
final class ColumnAlteration {
    private final Draft draft;
    private final Columns columns;
    private final Constraints constraints;
    private final Partitions partitions;
    private final Moves moves;
    private final Views views;

    ColumnAlteration(
            Draft draft, Columns columns, Constraints constraints, Partitions partitions, Moves moves, Views views) {
        this.draft = draft;
        this.columns = columns;
        this.constraints = constraints;
        this.partitions = partitions;
        this.moves = moves;
        this.views = views;
    }

    void alter(TableDraft table, ColumnAction action, Scope scope) {
        int rules = table.constraints.size();
        one(table, action);
        if (scope == Scope.ONLY) {
            return;
        }
        if (action instanceof ColumnAction.AddColumn add) {
            List<TableConstraint> added = table.constraints.stream().skip(rules).toList();
            Optional<Column> column = table.column(add.column());
            partitions.descend(table.name, child -> {
                column.filter(one -> child.column(one.name()).isEmpty()).ifPresent(child.columns::add);
                added.forEach(rule -> partitions.inherit(child, rule));
            });
        } else if (isInherited(action)) {
            partitions.descend(table.name, child -> one(child, action));
        }
    }

    private static boolean isInherited(ColumnAction action) {
        return switch (action) {
            case ColumnAction.AddColumn other -> true;
            case ColumnAction.DropColumn other -> true;
            case ColumnAction.RenameColumn other -> true;
            case ColumnAction.ChangeType other -> true;
            case ColumnAction.ModifyColumn other -> true;
            case ColumnAction.ChangeColumn other -> true;
            case ColumnAction.SetDefault other -> true;
            case ColumnAction.DropDefault other -> true;
            case ColumnAction.SetNotNull other -> true;
            case ColumnAction.DropNotNull other -> true;
            case ColumnAction.AddIdentity other -> true;
            case ColumnAction.DropIdentity other -> true;
            case ColumnAction.SetExpression other -> true;
            case ColumnAction.DropExpression other -> true;
            case ColumnAction.SetIdentity other -> false;
            case ColumnAction.SetColumnOption other -> false;
        };
    }

    private void one(TableDraft table, ColumnAction action) {
        switch (action) {
            case ColumnAction.AddColumn add -> columns.add(table, add.definition(), add.position());
            case ColumnAction.DropColumn drop -> drop(table, drop);
            case ColumnAction.RenameColumn rename -> moves.column(table, rename.column(), rename.to());
            case ColumnAction.ChangeType change -> type(table, change);
            case ColumnAction.ModifyColumn modify -> columns.redefine(table, modify.definition(), modify.position());
            case ColumnAction.ChangeColumn change -> {
                Identifier to = change.definition().name();
                if (!change.column().equals(to)) {
                    moves.column(table, change.column(), to);
                }
                columns.redefine(table, change.definition(), change.position());
            }
            case ColumnAction.SetDefault set ->
                table.change(
                        set.column(),
                        column -> column.withDefault(
                                Columns.isNull(set.value()) ? Optional.empty() : Optional.of(set.value())));
            case ColumnAction.DropDefault drop ->
                table.change(drop.column(), column -> column.withDefault(Optional.empty()));
            case ColumnAction.SetNotNull set -> constraints.refuseNull(table, set.column());
            case ColumnAction.DropNotNull drop -> constraints.allowNull(table, drop.column());
            case ColumnAction.AddIdentity add ->
                table.change(add.column(), column -> column.withIdentity(Optional.of(add.identity())));
            case ColumnAction.DropIdentity drop ->
                table.change(drop.column(), column -> column.withIdentity(Optional.empty()));
            case ColumnAction.SetExpression set ->
                table.change(
                        set.column(),
                        column -> column.with(Optional.of(new Generated(
                                set.value(),
                                column.generated().map(Generated::storing).orElse(Generated.Storing.UNSAID)))));
            case ColumnAction.DropExpression drop ->
                table.change(drop.column(), column -> column.with(Optional.<Generated>empty()));
            case ColumnAction.SetIdentity other -> {}
            case ColumnAction.SetColumnOption set -> option(table, set);
        }
    }

    private void drop(TableDraft table, ColumnAction.DropColumn drop) {
        columns.drop(table, drop.column());
        if (drop.behavior() == Behavior.CASCADE) {
            views.dropReaders(table.name, drop.column());
            draft.mentioning(table.name).stream()
                    .filter(other -> !other.name().equals(table.name))
                    .forEach(other -> draft.edit(
                            other.name(),
                            changed -> changed.constraints.removeIf(
                                    constraint -> constraint.rule() instanceof ForeignKey key
                                            && key.references().table().equals(table.name)
                                            && Tokens.contains(key.references().columns(), drop.column()))));
        }
    }

    private static void type(TableDraft table, ColumnAction.ChangeType change) {
        table.change(change.column(), column -> {
            List<ColumnAttribute> attributes = new ArrayList<>(column.attributes());
            attributes.removeIf(Collated.class::isInstance);
            change.collation().ifPresent(collation -> attributes.add(new Collated(collation)));
            return column.withType(Optional.of(change.type())).with(attributes);
        });
    }

    private static void option(TableDraft table, ColumnAction.SetColumnOption set) {
        table.column(set.column()).ifPresent(known -> {
            List<ColumnAttribute> attributes = new ArrayList<>(known.attributes());
            attributes.removeIf(attribute -> attribute instanceof Setting setting
                    && setting.option().name().equals(set.setting().name()));
            attributes.add(new Setting(set.setting()));
            table.change(set.column(), column -> column.with(attributes));
        });
    }
}
