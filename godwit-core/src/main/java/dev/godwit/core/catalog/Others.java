package dev.godwit.core.catalog;

import dev.godwit.sql.AlterObject;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.PublicationTables.Member;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes and changes sequences, routines, triggers, policies and publications. */
final class Others {
    private final Draft draft;

    Others(Draft draft) {
        this.draft = draft;
    }

    void create(CreateSequence create) {
        QualifiedName name = draft.resolve(create.name());
        boolean there = create.guard() == Guard.IF_NOT_EXISTS && draft.sequences.has(name);
        if (!there) {
            Sequence sequence = new Sequence(name, "bigint", Optional.empty(), Optional.empty());
            draft.sequences = draft.sequences.with(name, with(sequence, create.options()));
        }
    }

    /** Changes the options of a sequence. */
    void alterSequence(QualifiedName full, List<Option> options) {
        draft.sequences
                .get(full)
                .ifPresent(sequence -> draft.sequences = draft.sequences.with(full, with(sequence, options)));
    }

    private static Identifier column(Expression owner) {
        return new Identifier(owner.tokens().getLast().text());
    }

    private Sequence with(Sequence before, List<Option> options) {
        Sequence sequence = before;
        for (Option option : options) {
            sequence = switch (option.name()) {
                case "AS" ->
                    new Sequence(
                            sequence.name(),
                            option.value().map(Expression::text).orElse(sequence.type()),
                            sequence.ownedBy(),
                            sequence.column(),
                            sequence.lastValue());
                case "OWNED BY" ->
                    new Sequence(
                            sequence.name(),
                            sequence.type(),
                            option.value().flatMap(this::owner),
                            option.value()
                                    .filter(owner -> owner.tokens().size() > 1)
                                    .map(Others::column),
                            sequence.lastValue());
                default -> sequence;
            };
        }
        return sequence;
    }

    private Optional<QualifiedName> owner(Expression column) {
        List<Identifier> parts = column.names().map(Identifier::new).toList();
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(draft.resolve(new QualifiedName(parts.subList(0, parts.size() - 1))));
    }

    void create(CreateRoutine create) {
        QualifiedName name = draft.resolve(create.name());
        Set<String> mentions = new HashSet<>();
        Stream.of(create.arguments(), create.returns())
                .flatMap(Optional::stream)
                .flatMap(Expression::names)
                .forEach(mentions::add);
        draft.routines = draft.routines.with(name, new Routine(name, create.kind(), volatility(create), mentions));
    }

    private static String volatility(CreateRoutine create) {
        return create.characteristics().stream()
                .map(Option::name)
                .filter(Set.of("IMMUTABLE", "STABLE", "VOLATILE")::contains)
                .reduce((first, last) -> last)
                .orElse("VOLATILE");
    }

    /** Keeps what is said of a table's columns, constraints and indexes. */
    void comment(CommentOn comment) {
        List<Identifier> parts = comment.name().parts();
        switch (comment.kind()) {
            case "COLUMN" -> {
                if (parts.size() > 1) {
                    draft.edit(
                            new QualifiedName(parts.subList(0, parts.size() - 1)),
                            table -> table.change(parts.getLast(), column -> column.withComment(comment.text())));
                }
            }
            case "CONSTRAINT" ->
                comment.table().ifPresent(table -> draft.edit(table, known -> comment(known, comment)));
            case "INDEX" ->
                draft.ownerOfIndex(comment.name())
                        .ifPresent(table -> draft.edit(table, known -> comment(known, comment)));
            default -> {
                // Nothing that is kept has it.
            }
        }
    }

    private static void comment(TableDraft table, CommentOn comment) {
        String key = Table.comment(comment.kind(), comment.name().last());
        comment.text().ifPresentOrElse(text -> table.options.put(key, text), () -> table.options.remove(key));
    }

    void create(CreateTrigger create) {
        if (draft.view(create.table()).isPresent()) {
            return;
        }
        Trigger trigger = new Trigger(
                create.name().last(),
                create.timing(),
                create.events(),
                create.columns(),
                create.routine().map(draft::resolve));
        draft.edit(create.table(), table -> {
            boolean there = table.triggers.stream().anyMatch(one -> one.name().equals(trigger.name()));
            if (!there || create.guard() == Guard.NONE) {
                table.triggers.removeIf(one -> one.name().equals(trigger.name()));
                table.triggers.add(trigger);
            }
        });
    }

    void policy(CreatePolicy policy) {
        Identifier name = policy.name().last();
        Optional<Identifier> renamed = policy.rest()
                .filter(rest -> policy.verb().equals("ALTER") && rest.has("RENAME", "TO"))
                .map(rest -> new Identifier(rest.tokens().getLast().text()));
        draft.edit(policy.table(), table -> {
            Optional<Policy> before = table.policies.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            before.ifPresent(table.policies::remove);
            table.policies.add(after(policy, before, renamed.orElse(name)));
        });
    }

    // ALTER keeps of the conditions what it does not say anew.
    private static Policy after(CreatePolicy written, Optional<Policy> before, Identifier name) {
        Set<String> mentions = new HashSet<>();
        if (written.verb().equals("ALTER")) {
            before.map(Policy::mentions).ifPresent(mentions::addAll);
        }
        written.rest().stream().flatMap(Expression::names).forEach(mentions::add);
        return new Policy(name, mentions);
    }

    /** Extended statistics; those without a name get one of the server's choice. */
    void statistics(List<QualifiedName> names, QualifiedName table) {
        names.stream().map(draft::resolve).forEach(name -> draft.edit(table, changed -> changed.statistics.add(name)));
    }

    /** Extended statistics that go. */
    void dropStatistics(QualifiedName full) {
        List<QualifiedName> tables = draft.allTables().stream()
                .filter(known -> known.statistics().contains(full))
                .map(Table::name)
                .toList();
        tables.forEach(table -> draft.edit(table, changed -> changed.statistics.remove(full)));
    }

    void publication(PublicationTables written) {
        QualifiedName name = written.name();
        List<Member> members = written.tables().stream()
                .map(member ->
                        new Member(draft.resolve(member.table()), member.scope(), member.columns(), member.where()))
                .toList();
        Publication before = draft.publications.get(name).orElseGet(() -> new Publication(name, "", List.of()));
        Publication after = switch (written.action()) {
            case "ADD" -> new Publication(name, before.scope(), joined(before.tables(), members));
            case "DROP" -> new Publication(name, before.scope(), without(before.tables(), members));
            case "SET" ->
                members.isEmpty() && written.scope().isEmpty()
                        ? before
                        : new Publication(name, written.scope().orElse(""), members);
            default -> new Publication(name, written.scope().orElse(""), members);
        };
        draft.publications = draft.publications.with(name, after);
    }

    private static List<Member> joined(List<Member> some, List<Member> more) {
        List<Member> all = new ArrayList<>(without(some, more));
        all.addAll(more);
        return all;
    }

    private static List<Member> without(List<Member> all, List<Member> unwanted) {
        return all.stream()
                .filter(member -> unwanted.stream().noneMatch(one -> one.table().equals(member.table())))
                .toList();
    }

    /** Renames or moves a routine, trigger, policy or publication, or changes what a routine promises. */
    void alter(AlterObject alter) {
        switch (alter.kind()) {
            case "TRIGGER" ->
                alter.table()
                        .ifPresent(table -> draft.edit(table, changed -> {
                            if (alter.change() == AlterObject.Change.RENAME_TO) {
                                changed.triggers.replaceAll(one -> one.name()
                                                .equals(alter.name().last())
                                        ? new Trigger(
                                                target(alter), one.timing(), one.events(), one.columns(), one.routine())
                                        : one);
                            }
                        }));
            case "POLICY" ->
                alter.table()
                        .ifPresent(table -> draft.edit(table, changed -> {
                            if (alter.change() == AlterObject.Change.RENAME_TO) {
                                changed.policies.replaceAll(one ->
                                        one.name().equals(alter.name().last()) ? one.withName(target(alter)) : one);
                            }
                        }));
            case "PUBLICATION" -> publication(alter);
            case "FUNCTION", "PROCEDURE", "ROUTINE" -> routine(alter);
            default -> {
                // what has no place in the catalog: aggregates, rules, collations …
            }
        }
    }

    private static Identifier target(AlterObject alter) {
        return alter.value().orElse(alter.name().last());
    }

    private void publication(AlterObject alter) {
        QualifiedName to = Names.beside(alter.name(), target(alter));
        draft.publications
                .get(alter.name())
                .filter(publication -> alter.change() == AlterObject.Change.RENAME_TO)
                .ifPresent(publication -> draft.publications = draft.publications
                        .without(alter.name())
                        .with(to, new Publication(to, publication.scope(), publication.tables())));
    }

    private void routine(AlterObject alter) {
        QualifiedName from = draft.resolve(alter.name());
        draft.routines.get(from).ifPresent(routine -> {
            QualifiedName to = switch (alter.change()) {
                case RENAME_TO -> Names.beside(from, target(alter));
                case SET_SCHEMA -> draft.resolve(new QualifiedName(List.of(target(alter), from.last())));
                case OWNER_TO, OTHER -> from;
            };
            String volatility = Stream.of("IMMUTABLE", "STABLE", "VOLATILE")
                    .filter(word -> alter.rest().filter(rest -> rest.has(word)).isPresent())
                    .findFirst()
                    .orElse(routine.volatility());
            draft.routines = draft.routines
                    .without(from)
                    .with(to, new Routine(to, routine.kind(), volatility, routine.mentions()));
        });
    }
}
