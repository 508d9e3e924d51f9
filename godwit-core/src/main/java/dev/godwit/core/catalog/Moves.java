package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PublicationTables.Member;
import dev.godwit.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gives tables, views and columns other names, with all that refers to them. */
final class Moves {
    private final Draft draft;

    Moves(Draft draft) {
        this.draft = draft;
    }

    /** Moves a table to another full name. */
    void table(QualifiedName from, QualifiedName to) {
        Table before = draft.tableOrPartial(from);
        List<Table> mentioning = draft.mentioning(from);
        TableDraft moved = new TableDraft(before);
        moved.name = to;
        moved.constraints.replaceAll(constraint -> new TableConstraint(
                constraint.name().map(name -> draft.conventions.renamed(from, to, name)),
                pointing(constraint.rule(), from, to),
                constraint.checking()));
        draft.remove(before);
        draft.put(moved.table());
        mentioning.stream()
                .filter(table -> !table.name().equals(from))
                .forEach(table -> draft.edit(table.name(), other -> point(other, from, to)));
        sequences(from, to);
        publications(from, to);
        reads(from, to);
    }

    private static void point(TableDraft table, QualifiedName from, QualifiedName to) {
        table.constraints.replaceAll(constraint ->
                new TableConstraint(constraint.name(), pointing(constraint.rule(), from, to), constraint.checking()));
        table.parents.replaceAll(parent -> parent.equals(from) ? to : parent);
        Table.PartitionLink link = table.partitionOf;
        if (link != null && link.parent().equals(from)) {
            table.partitionOf = new Table.PartitionLink(to, link.bound());
        }
    }

    private static ConstraintRule pointing(ConstraintRule rule, QualifiedName from, QualifiedName to) {
        if (!(rule instanceof ForeignKey key) || !key.references().table().equals(from)) {
            return rule;
        }
        References old = key.references();
        return new ForeignKey(
                key.columns(),
                key.period(),
                new References(to, old.columns(), old.period(), old.match(), old.onDelete(), old.onUpdate()),
                key.indexName());
    }

    private void sequences(QualifiedName from, QualifiedName to) {
        for (Sequence sequence : draft.sequences.values()) {
            if (sequence.ownedBy().filter(from::equals).isPresent()) {
                // one that belongs to a column goes with its table to another schema
                QualifiedName name = Names.beside(to, sequence.name().last());
                draft.sequences =
                        draft.sequences.without(sequence.name()).with(name, sequence.with(name, Optional.of(to)));
            }
        }
    }

    private void publications(QualifiedName from, QualifiedName to) {
        for (Publication publication : draft.publications.values()) {
            if (publication.tables().stream().anyMatch(member -> member.table().equals(from))) {
                List<Member> members = publication.tables().stream()
                        .map(member -> member.table().equals(from)
                                ? new Member(to, member.scope(), member.columns(), member.where())
                                : member)
                        .toList();
                draft.publications = draft.publications.with(
                        publication.name(), new Publication(publication.name(), publication.scope(), members));
            }
        }
    }

    private void reads(QualifiedName from, QualifiedName to) {
        if (draft.conventions.has(Conventions.Trait.VIEWS_FOLLOW)) {
            change(from, view -> {
                Set<QualifiedName> reads = new HashSet<>(view.reads());
                reads.remove(from);
                reads.add(to);
                return view.withReads(reads).withMentions(and(view.mentions(), to.last()));
            });
        }
    }

    private void change(QualifiedName read, UnaryOperator<View> change) {
        draft.allViews().stream()
                .filter(view -> view.reads().contains(read))
                .forEach(view -> draft.put(change.apply(view)));
    }

    private static Set<String> and(Set<String> mentions, Identifier name) {
        Set<String> all = new HashSet<>(mentions);
        all.add(name.name());
        return all;
    }

    /** Moves a view to another full name. */
    void view(QualifiedName from, QualifiedName to) {
        draft.view(from).ifPresent(view -> {
            draft.remove(view);
            draft.put(view.withName(to));
            reads(from, to);
        });
    }

    /** Moves a sequence to another full name. */
    void sequence(QualifiedName from, QualifiedName to) {
        draft.sequences
                .get(from)
                .ifPresent(sequence -> draft.sequences =
                        draft.sequences.without(from).with(to, sequence.with(to, sequence.ownedBy())));
    }

    /** Gives a column another name, here and in the foreign keys and views of others. */
    void column(TableDraft table, Identifier from, Identifier to) {
        Renames renames = new Renames(draft.conventions.dialect(), from, to);
        renames.in(table);
        if (table.column(to).isEmpty()) {
            table.columns.add(Column.unknown(to));
        }
        QualifiedName name = table.name;
        draft.mentioning(name).stream()
                .filter(other -> !other.name().equals(name))
                .forEach(other -> draft.edit(
                        other.name(),
                        changed -> changed.constraints.replaceAll(constraint -> constraint.rule()
                                                instanceof ForeignKey key
                                        && key.references().table().equals(name)
                                ? new TableConstraint(constraint.name(), renames.referring(key), constraint.checking())
                                : constraint)));
        if (draft.conventions.has(Conventions.Trait.VIEWS_FOLLOW)) {
            change(
                    name,
                    view -> view.mentions().contains(from.name()) ? view.withMentions(and(view.mentions(), to)) : view);
        }
    }
}
