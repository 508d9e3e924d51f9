package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/** What a constraint demands. One written at a column names that column. */
public sealed interface ConstraintRule {
    /** {@code PRIMARY KEY}. */
    record PrimaryKey(Key key) implements ConstraintRule {}

    /** {@code UNIQUE}. */
    record Unique(Key key) implements ConstraintRule {}

    /** {@code NOT NULL}, at a column or as PostgreSQL 18's table constraint. */
    record NotNull(Identifier column) implements ConstraintRule {}

    /** {@code CHECK (condition)}; the condition without its parentheses. */
    record Check(Expression condition) implements ConstraintRule {}

    /**
     * {@code FOREIGN KEY (columns) REFERENCES …}.
     *
     * @param period whether the last column is a {@code PERIOD}
     * @param indexName MySQL's name of the index
     */
    record ForeignKey(List<Identifier> columns, Period period, References references, Optional<Identifier> indexName)
            implements ConstraintRule {
        public ForeignKey {
            columns = List.copyOf(columns);
        }

        /** Makes one without a period. */
        public ForeignKey(List<Identifier> columns, References references, Optional<Identifier> indexName) {
            this(columns, Period.NONE, references, indexName);
        }
    }

    /** Whether the last column of a foreign key is PostgreSQL 18's {@code PERIOD column}. */
    enum Period {
        NONE,
        LAST
    }

    /** {@code EXCLUDE USING method (elements) WHERE (predicate)}. */
    record Exclude(Expression elements, Optional<Identifier> method, List<Option> options, Optional<Expression> where)
            implements ConstraintRule {
        public Exclude {
            options = List.copyOf(options);
        }
    }

    /**
     * The key of a PRIMARY KEY or UNIQUE.
     *
     * @param elements its columns; empty where {@code usingIndex} is given
     * @param usingIndex PostgreSQL's {@code USING INDEX name}
     * @param indexName MySQL's name of the index
     * @param method MySQL's {@code USING BTREE}
     * @param include columns that are only carried
     * @param nulls whether NULLs are equal
     * @param options storage parameters, tablespace, MySQL's index options
     */
    record Key(
            List<IndexElement> elements,
            Optional<Identifier> usingIndex,
            Optional<Identifier> indexName,
            Optional<Identifier> method,
            List<Identifier> include,
            Nulls nulls,
            List<Option> options) {
        public Key {
            elements = List.copyOf(elements);
            include = List.copyOf(include);
            options = List.copyOf(options);
        }

        /** A key of columns alone. */
        public static Key of(List<IndexElement> elements) {
            return new Key(
                    elements, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Nulls.UNSAID, List.of());
        }

        /** Returns the columns that are plain names. */
        public List<Identifier> columns() {
            return elements.stream()
                    .flatMap(element -> element.column().stream())
                    .toList();
        }
    }

    /** {@code NULLS [NOT] DISTINCT}. */
    enum Nulls {
        UNSAID,
        DISTINCT,
        NOT_DISTINCT
    }

    /**
     * {@code REFERENCES table (columns)} and what follows.
     *
     * @param columns empty where the primary key is meant
     * @param period whether the last of them is a {@code PERIOD}
     * @param match in upper case
     * @param onDelete the action in upper case, for example {@code SET NULL}; PostgreSQL's column list behind it included
     */
    record References(
            QualifiedName table,
            List<Identifier> columns,
            Period period,
            Optional<String> match,
            Optional<String> onDelete,
            Optional<String> onUpdate) {
        public References {
            columns = List.copyOf(columns);
        }

        /** Makes one without a period. */
        public References(
                QualifiedName table,
                List<Identifier> columns,
                Optional<String> match,
                Optional<String> onDelete,
                Optional<String> onUpdate) {
            this(table, columns, Period.NONE, match, onDelete, onUpdate);
        }
    }
}
