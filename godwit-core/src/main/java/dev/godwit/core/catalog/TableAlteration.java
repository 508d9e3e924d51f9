package dev.godwit.core.catalog;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Carries out an ALTER TABLE, and the ALTER INDEX, VIEW and SEQUENCE that look like it. */
final class TableAlteration {
    private final Draft draft;
    private final Indexes indexes;
    private final Moves moves;
    private final Views views;
    private final Others others;
    private final Partitions partitions;
    private final ColumnAlteration columnActions;
    private final ConstraintAlteration constraintActions;
    private final OptionAlteration optionActions;

    TableAlteration(
            Draft draft,
            Columns columns,
            Constraints constraints,
            Indexes indexes,
            Partitions partitions,
            Moves moves,
            Views views,
            Others others) {
        this.draft = draft;
        this.indexes = indexes;
        this.moves = moves;
        this.views = views;
        this.others = others;
        this.partitions = partitions;
        this.columnActions = new ColumnAlteration(draft, columns, constraints, partitions, moves, views);
        this.constraintActions = new ConstraintAlteration(constraints, partitions);
        this.optionActions = new OptionAlteration(draft, partitions);
    }

    void alter(AlterTable alter) {
        QualifiedName name = draft.resolve(alter.table());
        Optional<View> view = draft.view(name);
        // PostgreSQL takes ALTER TABLE for any relation
        boolean other = draft.table(name).isEmpty();
        if (alter.kind().equals("INDEX")
                || (other && draft.ownerOfIndex(alter.table()).isPresent())) {
            alter.actions().forEach(action -> index(alter.table(), action));
        } else if (view.isPresent() && other) {
            views.alter(view.get(), alter);
        } else if (alter.kind().equals("SEQUENCE") || (other && draft.sequences.has(name))) {
            alter.actions().forEach(action -> sequence(name, action));
        } else if (!alter.kind().endsWith("VIEW")) {
            table(name, alter);
        }
    }

    private void index(QualifiedName written, AlterAction action) {
        switch (action) {
            case TableAction.RenameTable rename ->
                draft.ownerOfIndex(written).ifPresent(owner -> {
                    draft.view(owner)
                            .ifPresent(view -> draft.put(view.withIndexes(view.indexes().stream()
                                    .map(index -> index.name().equals(Optional.of(written.last()))
                                            ? index.withName(rename.to().last())
                                            : index)
                                    .toList())));
                    draft.table(owner)
                            .ifPresent(table -> draft.edit(
                                    owner,
                                    changed -> indexes.rename(
                                            changed, written.last(), rename.to().last())));
                });
            case IndexAction.AttachIndex attach -> partitions.attachIndex(written);
            case TableAction other -> {}
            case ColumnAction other -> {}
            case ConstraintAction other -> {}
            case IndexAction other -> {}
            case PartitionAction other -> {}
        }
    }

    private void sequence(QualifiedName name, AlterAction action) {
        switch (action) {
            case TableAction.RenameTable rename ->
                moves.sequence(name, Names.beside(name, rename.to().last()));
            case TableAction.SetSchema set ->
                moves.sequence(name, draft.resolve(new QualifiedName(List.of(set.schema(), name.last()))));
            case TableAction.SetSequence set -> others.alterSequence(name, set.options());
            case TableAction other -> {}
            case ColumnAction other -> {}
            case ConstraintAction other -> {}
            case IndexAction other -> {}
            case PartitionAction other -> {}
        }
    }

    private void table(QualifiedName name, AlterTable alter) {
        boolean inPlace = draft.conventions.has(Conventions.Trait.COLUMNS_ADDED_IN_PLACE);
        Table before = draft.tableOrPartial(name);
        TableDraft table = new TableDraft(before);
        // the servers remove first whatever the order (PostgreSQL AT_PASS_DROP, MySQL prepare_fields_and_keys), and
        // rename last
        alter.actions().stream()
                .sorted(Comparator.comparingInt(TableAlteration::turn))
                .forEach(action -> one(table, action, alter.scope()));
        if (inPlace) {
            InPlace.mark(table, before, alter);
        }
        // what the actions did to other tables is in the draft already; this table itself is put as a whole
        draft.put(table.table());
        alter.actions(PartitionAction.class).forEach(action -> optionActions.partition(name, action));
        alter.actions(TableAction.class).forEach(action -> move(name, action));
    }

    private static int turn(AlterAction action) {
        return switch (action) {
            case ColumnAction.DropColumn drop -> 0;
            case ConstraintAction.DropConstraint drop -> 0;
            case IndexAction.DropTableIndex drop -> 0;
            case ColumnAction other -> 1;
            case ConstraintAction other -> 2;
            case IndexAction other -> 2;
            case PartitionAction other -> 2;
            case TableAction other -> 2;
        };
    }

    private void one(TableDraft table, AlterAction action, Scope scope) {
        switch (action) {
            case ColumnAction column -> columnActions.alter(table, column, scope);
            case ConstraintAction constraint -> constraintActions.alter(table, constraint, scope);
            case IndexAction index -> index(table, index);
            case PartitionAction partition -> optionActions.scheme(table, partition);
            case TableAction whole -> optionActions.option(table, whole);
        }
    }

    private void index(TableDraft table, IndexAction action) {
        switch (action) {
            case IndexAction.AddIndex add -> {
                boolean there = add.guard() == dev.godwit.sql.Statement.Guard.IF_NOT_EXISTS
                        && add.index().name().flatMap(table::index).isPresent();
                if (!there) {
                    indexes.add(table, add.index());
                }
            }
            case IndexAction.DropTableIndex drop -> indexes.drop(table, drop.name());
            case IndexAction.RenameIndex rename -> indexes.rename(table, rename.name(), rename.to());
            case IndexAction.SetIndexVisibility other -> {}
            case IndexAction.SwitchKeys other -> {}
            case IndexAction.AttachIndex other -> {}
        }
    }

    private void move(QualifiedName name, TableAction action) {
        if (action instanceof TableAction.RenameTable rename) {
            boolean bare = rename.to().parts().size() == 1;
            moves.table(name, bare ? Names.beside(name, lone(rename.to())) : draft.resolve(rename.to()));
        }
        if (action instanceof TableAction.SetSchema set) {
            moves.table(name, draft.resolve(new QualifiedName(List.of(set.schema(), name.last()))));
        }
    }

    private Identifier lone(QualifiedName name) {
        return draft.conventions.resolve(name).last();
    }
}
