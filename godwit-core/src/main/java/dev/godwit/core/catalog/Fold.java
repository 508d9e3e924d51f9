package dev.godwit.core.catalog;

import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Truncate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out statements on a draft; transactions are not its business. */
final class Fold {
    private final Draft draft;
    private final Indexes indexes;
    private final Moves moves;
    private final Views views;
    private final Types types;
    private final Others others;
    private final Drops drops;
    private final TableCreation creation;
    private final TableAlteration alteration;

    Fold(Draft draft) {
        this.draft = draft;
        indexes = new Indexes(draft);
        moves = new Moves(draft);
        views = new Views(draft, moves);
        types = new Types(draft);
        others = new Others(draft);
        drops = new Drops(draft, views);
        Constraints constraints = new Constraints(draft, indexes);
        Columns columns = new Columns(draft, constraints);
        Partitions partitions = new Partitions(draft, constraints, indexes);
        creation = new TableCreation(draft, columns, constraints, indexes, partitions);
        alteration = new TableAlteration(draft, columns, constraints, indexes, partitions, moves, views, others);
    }

    void carryOut(Statement statement) {
        switch (statement) {
            case Definition definition -> define(definition);
            case Statement.CreateIndex create -> indexes.create(create);
            case Statement.DropIndex drop -> drop.names().forEach(indexes::drop);
            case Statement.AddEnumValue add -> types.addValue(add);
            case SessionSetting setting -> set(setting);
            case CodeBlock block -> block.statements().forEach(this::carryOut);
            case Dml dml -> dml(dml);
            case CopyFromStdin copy -> fill(copy.table());
            case Reindex reindex -> reindex(reindex);
            case Maintenance maintenance -> maintain(maintenance);
            case Statement.TransactionControl elsewhere -> {}
            case Statement.Unparsed unknown -> {}
        }
    }

    private void define(Definition definition) {
        switch (definition) {
            case CreateTable create -> creation.create(create);
            case AlterTable alter -> alteration.alter(alter);
            case CreateView create -> views.create(create);
            case CreateType create -> types.create(create);
            case AlterType alter -> types.alter(alter);
            case CreateDomain create -> types.create(create);
            case AlterDomain alter -> types.alter(alter);
            case CreateSequence create -> others.create(create);
            case CreateRoutine create -> others.create(create);
            case CreateTrigger create -> others.create(create);
            case CreatePolicy policy -> others.policy(policy);
            case PublicationTables publication -> others.publication(publication);
            case AlterObject alter -> alter(alter);
            case DropObject drop -> drops.drop(drop.kind(), drop.objects(), drop.table(), drop.behavior());
            case RenameTables rename ->
                rename.renamings().forEach(one -> moves.table(draft.resolve(one.from()), draft.resolve(one.to())));
            case Truncate truncate -> truncate.tables().forEach(this::empty);
            case OtherDefinition other -> other(other);
            case CommentOn comment -> others.comment(comment);
            case Privileges nothing -> {}
        }
    }

    private void alter(AlterObject alter) {
        QualifiedName name = draft.resolve(alter.name());
        switch (alter.kind()) {
            case "TYPE", "DOMAIN" -> target(alter, name).ifPresent(to -> types.move(name, to));
            case "VIEW", "MATERIALIZED VIEW" -> target(alter, name).ifPresent(to -> moves.view(name, to));
            case "SEQUENCE" -> target(alter, name).ifPresent(to -> moves.sequence(name, to));
            default -> others.alter(alter);
        }
    }

    private Optional<QualifiedName> target(AlterObject alter, QualifiedName name) {
        return switch (alter.change()) {
            case RENAME_TO -> alter.value().map(value -> Names.beside(name, value));
            case SET_SCHEMA ->
                alter.value().map(schema -> draft.resolve(new QualifiedName(List.of(schema, name.last()))));
            case OWNER_TO, OTHER -> Optional.empty();
        };
    }

    // an outline still says what is gone; the elements of a CREATE SCHEMA are made in it
    private void other(OtherDefinition other) {
        other.table().ifPresent(table -> others.statistics(other.names(), table));
        if (other.verb().equals("DROP")) {
            Behavior behavior = other.tail().contains("CASCADE") ? Behavior.CASCADE : Behavior.UNSAID;
            drops.drop(other.kind(), other.names(), Optional.empty(), behavior);
        }
        if (!other.elements().isEmpty()) {
            Draft.Place before = draft.place;
            draft.place = new Draft.Place(other.names().stream().findFirst().map(QualifiedName::last));
            other.elements().forEach(this::carryOut);
            draft.place = before;
        }
    }

    private void empty(QualifiedName written) {
        draft.table(written)
                .filter(table -> table.measures().isPresent())
                .ifPresent(table -> draft.edit(
                        written,
                        changed -> changed.measures = table.measures()
                                .map(old -> new Measures(0, 0, 0, old.writes(), old.reads()))
                                .orElse(null)));
    }

    private void set(SessionSetting setting) {
        if (setting.reach() == SessionSetting.Reach.SERVER) {
            return;
        }
        boolean discarded = setting.name().equals("discard") || setting.name().equals("all");
        if (discarded
                && setting.value().map(value -> value.equalsIgnoreCase("ALL")).orElse(true)) {
            draft.settings = java.util.Map.of();
            draft.local = java.util.Map.of();
            return;
        }
        Optional<String> value = setting.value().filter(text -> !text.equalsIgnoreCase("DEFAULT"));
        draft.set(setting.name(), value, setting.reach() == SessionSetting.Reach.TRANSACTION);
    }

    private void dml(Dml dml) {
        boolean loads = Set.of("COPY", "LOAD").contains(dml.verb())
                || dml.clauses().contains(Dml.Clause.SELECT)
                || dml.verb().equals("MERGE");
        boolean makes = dml.verb().equals("SELECT") && dml.clauses().contains(Dml.Clause.INTO);
        if (makes) {
            dml.target()
                    .map(draft::resolve)
                    .ifPresent(name -> draft.put(TableDraft.bare(name, Age.FILLED, Table.Knowledge.PARTIAL)));
        } else if (loads) {
            dml.target().ifPresent(this::fill);
        }
    }

    private void fill(QualifiedName written) {
        draft.table(written)
                .filter(table -> table.age() == Age.NEW)
                .ifPresent(table -> draft.edit(written, changed -> changed.age = Age.FILLED));
    }

    private void reindex(Reindex reindex) {
        Optional<Table> table = reindex.target().equals("INDEX")
                ? reindex.name().flatMap(draft::ownerOfIndex).flatMap(draft::table)
                : reindex.name()
                        .filter(name -> reindex.target().equals("TABLE"))
                        .flatMap(draft::table);
        table.filter(known -> known.indexes().stream().anyMatch(index -> index.validity() == Index.Validity.INVALID))
                .ifPresent(known -> draft.edit(
                        known.name(),
                        changed -> changed.indexes.replaceAll(index -> {
                            boolean meant = reindex.target().equals("TABLE")
                                    || index.name().equals(reindex.name().map(QualifiedName::last));
                            return meant ? index.with(Index.Validity.VALID) : index;
                        })));
    }

    private void maintain(Maintenance maintenance) {
        switch (maintenance.verb()) {
            case "OPTIMIZE", "OPTIMIZE TABLE" ->
                maintenance
                        .names()
                        .forEach(name -> draft.table(name)
                                .filter(table -> !table.flags().isEmpty())
                                .ifPresent(table -> draft.edit(
                                        name,
                                        changed -> changed.flags.removeAll(
                                                Set.of("INSTANT COLUMN", "FULLTEXT DROPPED")))));
            case "REFRESH MATERIALIZED VIEW" ->
                maintenance
                        .names()
                        .forEach(name -> draft.view(name)
                                .filter(view -> view.age() == Age.NEW)
                                .ifPresent(view -> draft.put(view.withAge(Age.FILLED))));
            default -> {
                // the rest changes no definition
            }
        }
    }
}
