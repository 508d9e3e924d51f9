package dev.godwit.core.catalog;

import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a {@link Catalog} must know of the product whose schema it holds. */
public interface Conventions {
    /** Returns the reader of its SQL. */
    Dialect dialect();

    /** Returns the name as the catalog keeps it: without the schema or database where it is the one that is meant anyway, and in one case where the product ignores case. */
    QualifiedName resolve(QualifiedName name);

    /**
     * Returns the schemas or databases in which the session looks for an unqualified name, in order; none where its settings say nothing.
     *
     * @param settings gives the value of a setting, by its lower-case name; an empty text where it has none
     */
    default List<Identifier> searchPath(UnaryOperator<String> settings) {
        return List.of();
    }

    /**
     * Returns the name that the product gives to a constraint without one, where that can be known; empty also where the product does not
     * keep such a rule as a constraint.
     *
     * @param table as it is before
     */
    Optional<Identifier> constraintName(Table table, ConstraintRule rule, Taken taken);

    /**
     * Returns the name that the product gives to an index without one.
     *
     * @param table the table or materialized view as it is before
     */
    Optional<Identifier> indexName(
            QualifiedName table, List<IndexElement> elements, List<Identifier> include, Taken taken);

    /** Returns the sequence that the product makes for a serial or identity column. */
    default Optional<ColumnSequence> sequence(QualifiedName table, ColumnDefinition column, Taken taken) {
        return Optional.empty();
    }

    /** Returns the name that a constraint has when its table has been renamed. */
    default Identifier renamed(QualifiedName from, QualifiedName to, Identifier constraint) {
        return constraint;
    }

    /** Tells whether an index belongs to its table, so that its name is unique there only. */
    IndexScope indexScope();

    /** Tells whether a foreign key makes an index on its columns where there is none. */
    ForeignKeyIndex foreignKeyIndex();

    /** Tells whether a column of that type is NOT NULL with a default of its own, as serial is. */
    boolean isSerial(TypeName type);

    /** Returns a column's definition with what a shorthand such as serial stands for. */
    default ColumnDefinition meant(ColumnDefinition written) {
        return written;
    }

    /** Tells whether the columns of the table's primary key refuse NULL. */
    default boolean primaryKeyRefusesNull(Table table, List<Identifier> columns) {
        return true;
    }

    /** Tells whether the product works that way. */
    boolean has(Trait trait);

    /** Where the name of an index is unique. */
    enum IndexScope {
        TABLE,
        SCHEMA
    }

    /** What a foreign key does about an index. */
    enum ForeignKeyIndex {
        NONE,
        MADE
    }

    /** Ways in which products differ. */
    enum Trait {
        /** A ROLLBACK takes definitions back, instead of their committing at once. */
        DEFINITIONS_ROLL_BACK,
        /** A dropped column leaves the indexes that have other columns, instead of taking them along. */
        INDEXES_OUTLIVE_COLUMNS,
        /** Views keep reading a table or column that is renamed, and go with it at a CASCADE. */
        VIEWS_FOLLOW,
        /** A CHECK or REFERENCES that is written at a column goes with it, so the column keeps it among its attributes. */
        CONSTRAINTS_GO_ALONG,
        /** REFERENCES at a column makes no foreign key. */
        INLINE_REFERENCES_IGNORED,
        /** Keys of the same columns in one CREATE TABLE become one. */
        EQUAL_KEYS_MERGE,
        /** LIKE copies all but foreign keys, instead of columns and NOT NULL only. */
        LIKE_COPIES_ALL,
        /** LIKE gives a CHECK the name that it has, instead of one of the new table. */
        LIKE_KEEPS_CHECK_NAMES,
        /** A column can be added without a rewrite at the price of a {@code INSTANT COLUMN}. */
        COLUMNS_ADDED_IN_PLACE
    }

    /** Tells what names are taken in the schema of a table. */
    interface Taken {
        /** Tells whether a table, view, index, sequence or the like has that name. */
        boolean relation(Identifier name);

        /** Tells whether a constraint has that name. */
        boolean constraint(Identifier name);
    }

    /**
     * A sequence that belongs to a column.
     *
     * @param defaultValue the default that the column gets
     */
    record ColumnSequence(Identifier name, String type, Optional<Expression> defaultValue) {}
}
