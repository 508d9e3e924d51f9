package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code CREATE TABLE}.
 *
 * @param kind TABLE, FOREIGN TABLE, or SQLite's VIRTUAL TABLE
 * @param replace whether {@code OR REPLACE} is said (MariaDB)
 * @param elements columns, constraints, indexes and LIKE clauses, in the order written
 * @param ofType PostgreSQL's {@code OF type}
 * @param partitionOf its parent and bound
 * @param inherits PostgreSQL's parents
 * @param partitioning {@code PARTITION BY}
 * @param options storage parameters, table options, {@code TABLESPACE}, {@code USING}, {@code ON COMMIT}, SQLite's STRICT and WITHOUT ROWID, the
 *     server and options of a foreign table, the module of a virtual one
 * @param query {@code AS SELECT}
 * @param queryOptions {@code WITH NO DATA}, MySQL's {@code IGNORE} and {@code REPLACE} before the query, in upper case
 */
public record CreateTable(
        SourceSpan span,
        String kind,
        Replacement replace,
        Persistence persistence,
        Guard guard,
        QualifiedName name,
        List<Element> elements,
        Optional<QualifiedName> ofType,
        Optional<PartitionOf> partitionOf,
        List<QualifiedName> inherits,
        Optional<PartitionScheme> partitioning,
        List<Option> options,
        Optional<Expression> query,
        List<String> queryOptions)
        implements Definition {
    public CreateTable {
        elements = List.copyOf(elements);
        inherits = List.copyOf(inherits);
        options = List.copyOf(options);
        queryOptions = List.copyOf(queryOptions);
    }

    /** Something in the parentheses of a table. */
    public sealed interface Element {
        /** A column. */
        record Column(ColumnDefinition definition) implements Element {}

        /** A constraint. */
        record TableConstraint(Constraint constraint) implements Element {}

        /** An index (MySQL). */
        record Index(TableIndex index) implements Element {}

        /** {@code LIKE source} with its INCLUDING and EXCLUDING words. */
        record Like(QualifiedName source, List<String> options) implements Element {
            public Like {
                options = List.copyOf(options);
            }
        }

        /** {@code PERIOD FOR …} and other clauses, by their words. */
        record Other(Expression text) implements Element {}
    }

    /** {@code PARTITION OF parent bound}. */
    public record PartitionOf(QualifiedName parent, Expression bound) {}

    /** Whether an existing object of the name is replaced. */
    public enum Replacement {
        NONE,
        OR_REPLACE
    }

    @Override
    public String verb() {
        return "CREATE";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }

    @Override
    public List<String> tail() {
        Stream<String> select = query.isPresent() ? Stream.of("AS SELECT") : Stream.of();
        Stream<String> temporary = persistence == Persistence.TEMPORARY ? Stream.of("TEMPORARY") : Stream.of();
        Stream<String> replaced = replace == Replacement.OR_REPLACE ? Stream.of("OR REPLACE") : Stream.of();
        Stream<String> like = isLike() ? Stream.of("LIKE") : Stream.of();
        return Stream.of(replaced, temporary, select, like)
                .flatMap(part -> part)
                .toList();
    }

    /** Tells whether it says no more than that the table is like another one. */
    public boolean isLike() {
        return elements.size() == 1 && elements.getFirst() instanceof Element.Like;
    }

    /** Returns its columns. */
    public Stream<ColumnDefinition> columns() {
        return elements.stream()
                .filter(Element.Column.class::isInstance)
                .map(element -> ((Element.Column) element).definition());
    }

    /** Returns its constraints, those at columns included. */
    public Stream<Constraint> constraints() {
        return elements.stream().flatMap(CreateTable::constraints);
    }

    private static Stream<Constraint> constraints(Element element) {
        return switch (element) {
            case Element.Column column ->
                column.definition()
                        .attributes(ColumnAttribute.Constrained.class)
                        .map(ColumnAttribute.Constrained::constraint);
            case Element.TableConstraint table -> Stream.of(table.constraint());
            case Element.Index other -> Stream.of();
            case Element.Like other -> Stream.of();
            case Element.Other other -> Stream.of();
        };
    }
}
