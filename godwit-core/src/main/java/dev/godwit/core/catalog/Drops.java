package dev.godwit.core.catalog;

import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Removes objects, and what cannot be without them. */
final class Drops {
    private final Draft draft;
    private final Views views;

    Drops(Draft draft, Views views) {
        this.draft = draft;
        this.views = views;
    }

    /**
     * Removes objects of one kind.
     *
     * @param table the table of a trigger or policy
     */
    void drop(String kind, List<QualifiedName> objects, Optional<QualifiedName> table, Behavior behavior) {
        for (QualifiedName object : objects) {
            drop(kind, object, table, behavior);
        }
    }

    private void drop(String kind, QualifiedName object, Optional<QualifiedName> table, Behavior behavior) {
        QualifiedName full = draft.resolve(object);
        switch (kind) {
            case "TABLE", "FOREIGN TABLE" -> table(full, behavior);
            case "VIEW", "MATERIALIZED VIEW" -> {
                draft.view(full).ifPresent(draft::remove);
                if (behavior == Behavior.CASCADE) {
                    views.dropReaders(full);
                }
            }
            case "SEQUENCE" -> draft.sequences = draft.sequences.without(full);
            case "TYPE", "DOMAIN" -> type(full, behavior);
            case "SCHEMA", "DATABASE" -> schema(object.last());
            case "FUNCTION", "PROCEDURE", "ROUTINE", "PACKAGE" -> draft.routines = draft.routines.without(full);
            case "PUBLICATION" -> draft.publications = draft.publications.without(object);
            case "TRIGGER" -> trigger(object.last(), table);
            case "POLICY" ->
                table.flatMap(draft::table)
                        .ifPresent(known -> draft.edit(
                                known.name(),
                                changed -> changed.policies.removeIf(
                                        one -> one.name().equals(object.last()))));
            case "STATISTICS" -> new Others(draft).dropStatistics(full);
            default -> {
                // what has no place in the catalog: extensions, roles, aggregates …
            }
        }
    }

    void table(QualifiedName full, Behavior behavior) {
        Optional<Table> known = draft.table(full);
        List<Table> mentioning = draft.mentioning(full);
        known.ifPresent(draft::remove);
        for (Table other : mentioning) {
            boolean partition = other.partitionOf()
                    .filter(link -> link.parent().equals(full))
                    .isPresent();
            if (partition || other.parents().contains(full)) {
                table(other.name(), behavior);
            } else if (behavior == Behavior.CASCADE
                    && draft.conventions.has(Conventions.Trait.VIEWS_FOLLOW)
                    && !other.name().equals(full)) {
                draft.edit(
                        other.name(),
                        changed ->
                                changed.constraints.removeIf(constraint -> constraint.rule() instanceof ForeignKey key
                                        && key.references().table().equals(full)));
            }
        }
        for (Sequence sequence : draft.sequences.values()) {
            if (sequence.ownedBy().filter(full::equals).isPresent()) {
                draft.sequences = draft.sequences.without(sequence.name());
            }
        }
        if (behavior == Behavior.CASCADE) {
            views.dropReaders(full);
        }
        forget(full);
    }

    private void forget(QualifiedName table) {
        for (Publication publication : draft.publications.values()) {
            if (publication.tables().stream().anyMatch(member -> member.table().equals(table))) {
                draft.publications = draft.publications.with(
                        publication.name(),
                        new Publication(
                                publication.name(),
                                publication.scope(),
                                publication.tables().stream()
                                        .filter(member -> !member.table().equals(table))
                                        .toList()));
            }
        }
    }

    private void type(QualifiedName full, Behavior behavior) {
        draft.types = draft.types.without(full);
        if (behavior != Behavior.CASCADE) {
            return;
        }
        for (Table table : draft.allTables()) {
            boolean uses = table.columns().stream().anyMatch(column -> isOf(column, full));
            if (uses) {
                draft.edit(table.name(), changed -> changed.columns.removeIf(column -> isOf(column, full)));
            }
        }
    }

    private boolean isOf(Column column, QualifiedName type) {
        return column.type()
                .filter(own -> draft.resolve(own.name()).equals(type))
                .isPresent();
    }

    private void schema(Identifier schema) {
        for (Table table : draft.allTables()) {
            if (isIn(table.name(), schema)) {
                table(table.name(), Behavior.CASCADE);
            }
        }
        draft.allViews().stream().filter(view -> isIn(view.name(), schema)).forEach(view -> views.drop(view.name()));
        for (QualifiedName name : draft.types.names()) {
            if (isIn(name, schema)) {
                type(name, Behavior.CASCADE);
            }
        }
        for (QualifiedName name : draft.sequences.names()) {
            draft.sequences = isIn(name, schema) ? draft.sequences.without(name) : draft.sequences;
        }
        for (QualifiedName name : draft.routines.names()) {
            draft.routines = isIn(name, schema) ? draft.routines.without(name) : draft.routines;
        }
    }

    // the catalog keeps the names of the usual schema without it
    private boolean isIn(QualifiedName name, Identifier schema) {
        QualifiedName there = draft.conventions.resolve(new QualifiedName(List.of(schema, name.last())));
        return name.equals(there);
    }

    private void trigger(Identifier name, Optional<QualifiedName> table) {
        List<Table> tables = table.isPresent()
                ? draft.table(table.get()).stream().toList()
                : draft.allTables().stream()
                        .filter(known -> known.triggers().stream()
                                .anyMatch(one -> one.name().equals(name)))
                        .toList();
        tables.forEach(known ->
                draft.edit(known.name(), changed -> changed.triggers.removeIf(one -> Names.same(one.name(), name))));
    }
}
