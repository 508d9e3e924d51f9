package dev.godwit.core.catalog;

import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Adds, changes and removes constraints of a table, with the indexes that they are made of. */
final class Constraints {
    private final Draft draft;
    private final Indexes indexes;

    Constraints(Draft draft, Indexes indexes) {
        this.draft = draft;
        this.indexes = indexes;
    }

    /** Adds a constraint, by the name that the product gives it where it has none. */
    void add(TableDraft table, Constraint constraint) {
        switch (constraint.rule()) {
            case PrimaryKey primary -> primaryKey(table, constraint, primary.key());
            case Unique unique -> unique(table, constraint, unique.key());
            case NotNull notNull -> notNull(table, constraint, notNull);
            case Check check -> keep(table, constraint, check);
            case ForeignKey foreign -> foreignKey(table, constraint, foreign);
            case Exclude exclude -> exclude(table, constraint, exclude);
        }
    }

    private Optional<Identifier> keep(TableDraft table, Constraint constraint, ConstraintRule rule) {
        Optional<Identifier> name = name(table, constraint.name(), rule);
        table.constraints.add(new TableConstraint(name, rule, constraint.checking()));
        return name;
    }

    private Optional<Identifier> name(TableDraft table, Optional<Identifier> written, ConstraintRule rule) {
        return written.isPresent()
                ? written
                : draft.conventions.constraintName(table.table(), rule, draft.taken(table));
    }

    private void primaryKey(TableDraft table, Constraint constraint, ConstraintRule.Key written) {
        ConstraintRule.Key key = resolved(table, written);
        indexes.giveWay(table, key.elements());
        Optional<Identifier> name = keyName(table, constraint, new PrimaryKey(key), written);
        if (draft.conventions.primaryKeyRefusesNull(table.table(), key.columns())) {
            key.columns().forEach(column -> refuseNull(table, column));
        }
        Identifier primary = draft.conventions
                .constraintName(table.table(), new PrimaryKey(key), draft.taken(table))
                .orElse(new Identifier("PRIMARY"));
        boolean alwaysPrimary = primary.name().equals("PRIMARY");
        Optional<Identifier> own = alwaysPrimary && name.isPresent() ? Optional.of(primary) : name;
        table.constraints.add(new TableConstraint(own, new PrimaryKey(key), constraint.checking()));
        indexes.addKey(table, own, "PRIMARY", key, written.usingIndex());
    }

    private void unique(TableDraft table, Constraint constraint, ConstraintRule.Key written) {
        ConstraintRule.Key key = resolved(table, written);
        indexes.giveWay(table, key.elements());
        Optional<Identifier> name = keyName(table, constraint, new Unique(key), written);
        table.constraints.add(new TableConstraint(name, new Unique(key), constraint.checking()));
        indexes.addKey(table, name, "UNIQUE", key, written.usingIndex());
    }

    // an index that becomes a constraint keeps its name where the constraint has none
    private Optional<Identifier> keyName(
            TableDraft table, Constraint constraint, ConstraintRule rule, ConstraintRule.Key written) {
        Optional<Identifier> said = written.indexName().or(constraint::name).or(written::usingIndex);
        return name(table, said, rule);
    }

    /** Gives a key made from an index the columns of that index. */
    private static ConstraintRule.Key resolved(TableDraft table, ConstraintRule.Key written) {
        Optional<Index> taken = written.usingIndex().flatMap(table::index);
        List<IndexElement> elements = taken.map(Index::elements).orElse(written.elements());
        List<Identifier> include = taken.map(Index::include).orElse(written.include());
        return new ConstraintRule.Key(
                elements,
                Optional.empty(),
                Optional.empty(),
                written.method(),
                include,
                written.nulls(),
                written.options());
    }

    private void notNull(TableDraft table, Constraint constraint, NotNull rule) {
        table.change(rule.column(), column -> column.with(nullability(constraint.checking())));
        boolean there = table.constraints.stream().anyMatch(one -> isNotNull(one, rule.column()));
        if (!there) {
            name(table, constraint.name(), rule)
                    .ifPresent(name ->
                            table.constraints.add(new TableConstraint(Optional.of(name), rule, constraint.checking())));
        }
    }

    /** Makes a column refuse NULL, also by a constraint where the product keeps one for it. */
    void refuseNull(TableDraft table, Identifier column) {
        table.change(column, known -> known.with(Column.Nullability.NOT_NULL));
        Optional<TableConstraint> there =
                table.constraints.stream().filter(one -> isNotNull(one, column)).findFirst();
        if (there.isPresent()) {
            table.change(there.get(), validated(there.get()));
            return;
        }
        NotNull rule = new NotNull(column);
        draft.conventions
                .constraintName(table.table(), rule, draft.taken(table))
                .ifPresent(name -> table.constraints.add(new TableConstraint(Optional.of(name), rule, Checking.PLAIN)));
    }

    /** Lets NULL into a column. */
    void allowNull(TableDraft table, Identifier column) {
        table.change(column, known -> known.with(Column.Nullability.NULLABLE));
        table.constraints.removeIf(one -> isNotNull(one, column));
    }

    private static boolean isNotNull(TableConstraint constraint, Identifier column) {
        return constraint.rule() instanceof NotNull rule && Names.same(rule.column(), column);
    }

    static Column.Nullability nullability(Checking checking) {
        return checking.validity() == Validity.VALIDATED
                ? Column.Nullability.NOT_NULL
                : Column.Nullability.NOT_NULL_UNVALIDATED;
    }

    private void foreignKey(TableDraft table, Constraint constraint, ForeignKey written) {
        References references = written.references();
        QualifiedName parent = draft.resolve(references.table());
        List<Identifier> columns = references.columns().isEmpty() ? keyOf(table, parent) : references.columns();
        ForeignKey rule = new ForeignKey(
                written.columns(),
                written.period(),
                new References(
                        parent,
                        columns,
                        references.period(),
                        references.match(),
                        references.onDelete(),
                        references.onUpdate()),
                Optional.empty());
        keep(table, constraint, rule);
        if (draft.conventions.foreignKeyIndex() == Conventions.ForeignKeyIndex.MADE) {
            indexes.support(table, written, constraint.name());
        }
    }

    private List<Identifier> keyOf(TableDraft table, QualifiedName parent) {
        List<TableConstraint> known = parent.equals(table.name)
                ? table.constraints
                : draft.table(parent).map(Table::constraints).orElse(List.of());
        return known.stream()
                .map(TableConstraint::rule)
                .filter(PrimaryKey.class::isInstance)
                .findFirst()
                .map(rule -> ((PrimaryKey) rule).key().columns())
                .orElse(List.of());
    }

    private void exclude(TableDraft table, Constraint constraint, Exclude rule) {
        Optional<Identifier> name = keep(table, constraint, rule);
        table.indexes.add(new Index(
                name,
                "EXCLUDE",
                rule.method(),
                Tokens.elements(rule.elements()),
                List.of(),
                rule.where(),
                Index.Validity.VALID));
    }

    /** Removes a constraint with its index. */
    void drop(TableDraft table, DropConstraint action) {
        Optional<TableConstraint> found = action.name().isPresent()
                ? table.constraint(action.name().get())
                : table.constraints.stream()
                        .filter(one -> one.rule() instanceof PrimaryKey)
                        .findFirst();
        found.ifPresent(constraint -> drop(table, constraint));
    }

    private void drop(TableDraft table, TableConstraint constraint) {
        table.constraints.remove(constraint);
        switch (constraint.rule()) {
            case PrimaryKey rule -> dropIndex(table, constraint, "PRIMARY");
            case Unique rule -> dropIndex(table, constraint, "UNIQUE");
            case Exclude rule -> dropIndex(table, constraint, "EXCLUDE");
            case NotNull rule -> allowNull(table, rule.column());
            case Check rule -> {}
            case ForeignKey rule -> {}
        }
    }

    private static void dropIndex(TableDraft table, TableConstraint constraint, String kind) {
        if (constraint.name().isPresent()) {
            table.indexes.removeIf(
                    index -> index.kind().equals(kind) && index.name().equals(constraint.name()));
            return;
        }
        List<Identifier> columns = Tokens.columns(constraint.rule());
        table.indexes.stream()
                .filter(index ->
                        index.kind().equals(kind) && Indexes.columns(index).equals(columns))
                .findFirst()
                .ifPresent(table.indexes::remove);
    }

    /** Takes it that every row obeys the constraint. */
    void validate(TableDraft table, Identifier name) {
        table.constraint(name).ifPresent(constraint -> {
            table.change(constraint, validated(constraint));
            if (constraint.rule() instanceof NotNull rule) {
                table.change(rule.column(), column -> column.with(Column.Nullability.NOT_NULL));
            }
        });
    }

    static TableConstraint validated(TableConstraint constraint) {
        Checking checking = constraint.checking();
        return new TableConstraint(
                constraint.name(),
                constraint.rule(),
                new Checking(
                        Validity.VALIDATED,
                        checking.enforced(),
                        checking.deferral(),
                        checking.inheritance(),
                        checking.conflict()));
    }

    /** Changes when and whether the constraint is checked; what is not said stays. */
    void alter(TableDraft table, Identifier name, Checking said) {
        table.constraint(name)
                .ifPresent(constraint -> table.change(
                        constraint,
                        new TableConstraint(constraint.name(), constraint.rule(), altered(constraint, said))));
    }

    // one that is enforced again is not valid until its rows were looked at, which the statement itself does
    // (PostgreSQL 18, MySQL)
    private static Checking altered(TableConstraint constraint, Checking said) {
        Checking before = constraint.checking();
        return new Checking(
                said.enforced() == Constraint.Enforcement.ENFORCED ? Validity.VALIDATED : before.validity(),
                said.enforced() == Constraint.Enforcement.UNSAID ? before.enforced() : said.enforced(),
                said.deferral() == Constraint.Deferral.UNSAID ? before.deferral() : said.deferral(),
                said.inheritance() == Constraint.Inheritance.UNSAID ? before.inheritance() : said.inheritance(),
                before.conflict());
    }

    /** Renames a constraint and the index that it is made of. */
    void rename(TableDraft table, Identifier from, Identifier to) {
        table.constraint(from).ifPresent(constraint -> {
            table.change(constraint, new TableConstraint(Optional.of(to), constraint.rule(), constraint.checking()));
            table.index(from)
                    .filter(index -> !index.kind().equals("INDEX"))
                    .ifPresent(index -> table.change(index, index.withName(to)));
        });
    }

    /** Removes all constraints and indexes in which the column stands. */
    void dropAllOn(TableDraft table, Identifier column) {
        table.constraints.removeIf(constraint -> Tokens.uses(constraint.rule(), column));
        table.indexes.removeIf(index -> index.uses(column));
    }

    /** Takes the column out of all keys and indexes, and removes those that have no other. */
    void shrink(TableDraft table, Identifier column) {
        table.constraints.removeIf(constraint ->
                constraint.rule() instanceof Check check && check.condition().mentions(column));
        table.constraints.replaceAll(constraint -> new TableConstraint(
                constraint.name(), Tokens.without(constraint.rule(), column), constraint.checking()));
        table.constraints.removeIf(constraint -> Tokens.isKey(constraint.rule())
                && Tokens.columns(constraint.rule()).isEmpty());
        indexes.shrink(table, column);
    }
}
