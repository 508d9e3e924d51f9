package dev.godwit.core.catalog;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes and changes views. */
final class Views {
    private final Draft draft;
    private final Moves moves;

    Views(Draft draft, Moves moves) {
        this.draft = draft;
        this.moves = moves;
    }

    void create(CreateView create) {
        QualifiedName name = draft.resolve(create.name());
        boolean there = draft.view(create.name()).isPresent();
        if (there && create.guard() == Guard.IF_NOT_EXISTS) {
            return;
        }
        Set<QualifiedName> reads =
                QueryText.relations(create.query()).stream().map(draft::resolve).collect(Collectors.toSet());
        boolean replaced =
                there && (create.verb().equals("ALTER") || !create.kind().startsWith("MATERIALIZED"));
        draft.put(new View(
                name,
                create.kind(),
                create.columns().isEmpty() ? QueryText.columns(create.query()) : create.columns(),
                reads,
                create.query().names().collect(Collectors.toSet()),
                List.of(),
                replaced ? Age.OLD : age(create),
                Optional.empty()));
    }

    private static Age age(CreateView create) {
        boolean filled =
                create.kind().startsWith("MATERIALIZED") && !create.tail().contains("WITH NO DATA");
        return filled ? Age.FILLED : Age.NEW;
    }

    void alter(View view, AlterTable alter) {
        for (AlterAction action : alter.actions()) {
            switch (action) {
                case TableAction.RenameTable rename ->
                    moves.view(
                            view.name(), Names.beside(view.name(), rename.to().last()));
                case TableAction.SetSchema set ->
                    moves.view(
                            view.name(),
                            draft.resolve(new QualifiedName(
                                    List.of(set.schema(), view.name().last()))));
                case ColumnAction.RenameColumn rename ->
                    draft.put(view.withColumns(view.columns().stream()
                            .map(column -> column.equals(rename.column()) ? rename.to() : column)
                            .toList()));
                case ColumnAction other -> {}
                case ConstraintAction other -> {}
                case IndexAction other -> {}
                case PartitionAction other -> {}
                case TableAction other -> {}
            }
        }
    }

    /** Removes a view, and those that read it. */
    void drop(QualifiedName full) {
        draft.view(full).ifPresent(draft::remove);
        dropReaders(full);
    }

    /** Removes the views that read a relation, where they cannot be without it. */
    void dropReaders(QualifiedName full) {
        if (draft.conventions.has(Conventions.Trait.VIEWS_FOLLOW)) {
            draft.allViews().stream()
                    .filter(view -> view.reads().contains(full))
                    .forEach(view -> drop(view.name()));
        }
    }

    /** Removes the views that read a column, where they cannot be without it. */
    void dropReaders(QualifiedName full, Identifier column) {
        if (draft.conventions.has(Conventions.Trait.VIEWS_FOLLOW)) {
            draft.allViews().stream()
                    .filter(view ->
                            view.reads().contains(full) && view.mentions().contains(column.name()))
                    .forEach(view -> drop(view.name()));
        }
    }
}
