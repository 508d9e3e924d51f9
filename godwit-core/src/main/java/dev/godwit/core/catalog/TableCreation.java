package dev.godwit.core.catalog;

import dev.godwit.core.catalog.Conventions.Trait;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Expression;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a CREATE TABLE. */
final class TableCreation {
    private final Draft draft;
    private final Columns columns;
    private final Constraints constraints;
    private final Indexes indexes;
    private final Partitions partitions;

    TableCreation(Draft draft, Columns columns, Constraints constraints, Indexes indexes, Partitions partitions) {
        this.draft = draft;
        this.columns = columns;
        this.constraints = constraints;
        this.indexes = indexes;
        this.partitions = partitions;
    }

    void create(CreateTable create) {
        QualifiedName name = draft.resolve(create.name());
        Optional<Table> there = draft.table(create.name());
        if (there.isPresent() && create.guard() == Guard.IF_NOT_EXISTS) {
            return;
        }
        there.filter(old -> create.replace() == Replacement.OR_REPLACE).ifPresent(draft::remove);
        Table.Knowledge knowledge =
                create.query().isPresent() || create.ofType().isPresent()
                        ? Table.Knowledge.PARTIAL
                        : Table.Knowledge.WHOLE;
        TableDraft table = new TableDraft(TableDraft.bare(name, age(create), knowledge));
        fill(table, create);
        create.ofType()
                .ifPresent(
                        type -> table.options.put(Table.OF, draft.resolve(type).toString()));
        draft.put(table.table());
    }

    private static Age age(CreateTable create) {
        boolean filled = create.query().isPresent() && !create.queryOptions().contains("WITH NO DATA");
        return filled ? Age.FILLED : Age.NEW;
    }

    private void fill(TableDraft table, CreateTable create) {
        table.kind = create.kind();
        table.persistence = create.persistence();
        table.partitioning = create.partitioning().orElse(null);
        create.options()
                .forEach(option -> table.options.put(
                        option.name(), option.value().map(Expression::text).orElse("")));
        List<Table> parents =
                create.inherits().stream().map(draft::tableOrPartial).toList();
        parents.forEach(parent -> inherit(table, parent));
        Optional<Table> whole =
                create.partitionOf().map(CreateTable.PartitionOf::parent).map(draft::tableOrPartial);
        whole.ifPresent(parent -> partition(table, parent, create));
        List<Constraint> written = new ArrayList<>();
        create.elements().forEach(element -> element(table, element, written));
        ordered(written).forEach(constraint -> constraints.add(table, constraint));
        parents.forEach(parent -> partitions.inheritRules(table, parent));
        whole.ifPresent(parent -> partitions.inheritRules(table, parent));
        create.query().ifPresent(query -> yielded(table, query));
    }

    private static void inherit(TableDraft table, Table parent) {
        table.parents.add(parent.name());
        less(table, parent);
        Partitions.inheritColumns(table, parent);
    }

    private static void partition(TableDraft table, Table parent, CreateTable create) {
        String bound = create.partitionOf()
                .map(CreateTable.PartitionOf::bound)
                .map(Expression::text)
                .orElse("");
        table.partitionOf = new Table.PartitionLink(parent.name(), bound);
        less(table, parent);
        Partitions.inheritColumns(table, parent);
    }

    // what comes from a table of which not all is known is not known either
    private static void less(TableDraft table, Table source) {
        if (source.knowledge() == Table.Knowledge.PARTIAL) {
            table.knowledge = Table.Knowledge.PARTIAL;
        }
    }

    private void element(TableDraft table, Element element, List<Constraint> written) {
        switch (element) {
            case Element.Column column -> {
                table.columns.removeIf(
                        inherited -> inherited.name().equals(column.definition().name())
                                && column.definition().type().isPresent());
                if (column.definition().type().isPresent()
                        || table.column(column.definition().name()).isEmpty()) {
                    columns.declare(table, column.definition(), Position.UNSAID);
                }
                columns.constraints(column.definition()).forEach(written::add);
            }
            case Element.TableConstraint constraint -> written.add(constraint.constraint());
            case Element.Index index -> indexes.add(table, index.index());
            case Element.Like like -> copy(table, draft.tableOrPartial(like.source()), like.options());
            case Element.Other other -> {}
        }
    }

    // the order in which PostgreSQL names them: rules of rows while the table is made, then the primary key, other
    // keys, foreign keys
    private List<Constraint> ordered(List<Constraint> written) {
        List<Constraint> ordered = new ArrayList<>(written);
        if (draft.conventions.has(Trait.EQUAL_KEYS_MERGE)) {
            merge(ordered);
        }
        ordered.sort(java.util.Comparator.comparingInt(TableCreation::turn));
        return ordered;
    }

    private static int turn(Constraint constraint) {
        return switch (constraint.rule()) {
            case Check rule -> 0;
            case NotNull rule -> 0;
            case PrimaryKey rule -> 1;
            case Unique rule -> 2;
            case Exclude rule -> 2;
            case ForeignKey rule -> 3;
        };
    }

    private static void merge(List<Constraint> written) {
        List<Constraint> keys = written.stream()
                .filter(constraint -> Tokens.isKey(constraint.rule()))
                .sorted(java.util.Comparator.comparingInt(TableCreation::turn))
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            Constraint later = keys.get(i);
            boolean covered = later.rule() instanceof Unique
                    && keys.subList(0, i).stream()
                            .anyMatch(earlier -> Tokens.columns(earlier.rule()).equals(Tokens.columns(later.rule())));
            if (covered && later.name().isEmpty()) {
                written.remove(later);
            }
        }
    }

    private void copy(TableDraft table, Table source, List<String> options) {
        less(table, source);
        boolean all = draft.conventions.has(Trait.LIKE_COPIES_ALL);
        source.columns().forEach(column -> table.columns.add(all ? column : plain(column, options)));
        source.constraints().stream()
                .sorted(java.util.Comparator.comparing(TableCreation::checkName))
                .forEach(constraint -> copy(table, constraint, all, options));
        if (all || said(options, "INDEXES")) {
            source.indexes().stream()
                    .filter(index -> !isOfKey(index) || isBare(source, index))
                    .forEach(index -> {
                        if (all) {
                            table.indexes.add(index);
                        } else {
                            indexes.copy(table, index);
                        }
                    });
        }
        if (all) {
            table.options.putAll(source.options());
        }
    }

    // checks are copied in the order of their names (seen: MySQL 8.0 numbers them anew in it)
    private static String checkName(TableConstraint constraint) {
        return constraint.rule() instanceof Check
                ? constraint
                        .name()
                        .map(name -> name.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("")
                : "";
    }

    private static boolean isOfKey(Index index) {
        return index.isUnique() || index.kind().equals("EXCLUDE");
    }

    private static boolean isBare(Table source, Index index) {
        return index.name().flatMap(source::constraint).isEmpty();
    }

    private static Column plain(Column column, List<String> options) {
        return new Column(
                column.name(),
                column.type(),
                column.nullability(),
                said(options, "DEFAULTS") ? column.defaultValue() : Optional.empty(),
                said(options, "GENERATED") ? column.generated() : Optional.empty(),
                said(options, "IDENTITY") ? column.identity() : Optional.empty(),
                column.attributes());
    }

    private static boolean said(List<String> options, String what) {
        boolean said = false;
        for (String option : options) {
            boolean meant = option.endsWith(" " + what) || option.endsWith(" ALL");
            said = meant ? option.startsWith("INCLUDING") : said;
        }
        return said;
    }

    private void copy(TableDraft table, TableConstraint constraint, boolean all, List<String> options) {
        switch (constraint.rule()) {
            case NotNull rule -> table.constraints.add(constraint);
            case Check rule -> {
                if (all) {
                    boolean same = draft.conventions.has(Trait.LIKE_KEEPS_CHECK_NAMES);
                    add(table, constraint, same ? constraint.name() : Optional.empty());
                } else if (said(options, "CONSTRAINTS")) {
                    // there are no rows that it has not been compared with
                    table.constraints.add(Constraints.validated(constraint));
                }
            }
            case PrimaryKey rule -> addKey(table, constraint, all, options);
            case Unique rule -> addKey(table, constraint, all, options);
            case Exclude rule -> addKey(table, constraint, all, options);
            case ForeignKey rule -> {}
        }
    }

    private void addKey(TableDraft table, TableConstraint constraint, boolean all, List<String> options) {
        if (all || said(options, "INDEXES")) {
            add(table, constraint, all ? constraint.name() : Optional.empty());
        }
    }

    private void add(TableDraft table, TableConstraint constraint, Optional<dev.godwit.sql.Identifier> name) {
        constraints.add(
                table,
                new Constraint(new dev.godwit.sql.SourceSpan(0, 0), name, constraint.rule(), constraint.checking()));
    }

    private static void yielded(TableDraft table, Expression query) {
        QueryText.columns(query).stream()
                .filter(column -> table.column(column).isEmpty())
                .forEach(column -> table.columns.add(Column.unknown(column)));
    }
}
