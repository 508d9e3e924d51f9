package dev.godwit.sql;

import java.util.List;

/** One thing that a column's definition says after its type. */
public sealed interface ColumnAttribute {
    /** A constraint of this column: NOT NULL, PRIMARY KEY, UNIQUE, CHECK, REFERENCES; its rule names this column. */
    record Constrained(Constraint constraint) implements ColumnAttribute {}

    /** {@code NULL}, said explicitly. */
    record Nullable() implements ColumnAttribute {}

    /** {@code DEFAULT value}. */
    record Default(Expression value) implements ColumnAttribute {}

    /** {@code GENERATED ALWAYS AS (value)}. */
    record Generated(Expression value, Storing storing) implements ColumnAttribute {
        /** Where the value is kept. */
        public enum Storing {
            /** Nothing is said: virtual, but on PostgreSQL before 18, where it does not parse. */
            UNSAID,
            VIRTUAL,
            STORED
        }
    }

    /** {@code GENERATED … AS IDENTITY}. */
    record Identity(When when, List<Option> options) implements ColumnAttribute {
        public Identity {
            options = List.copyOf(options);
        }

        /** Whether a value of one's own is allowed. */
        public enum When {
            ALWAYS,
            BY_DEFAULT
        }
    }

    /** MySQL's {@code AUTO_INCREMENT}, SQLite's {@code AUTOINCREMENT}. */
    record AutoIncrement() implements ColumnAttribute {}

    /** {@code COLLATE name}. */
    record Collated(QualifiedName collation) implements ColumnAttribute {}

    /** {@code COMMENT 'text'}, its value. */
    record Commented(String text) implements ColumnAttribute {}

    /** MySQL's {@code ON UPDATE value}. */
    record OnUpdate(Expression value) implements ColumnAttribute {}

    /** {@code STORAGE mode}, {@code COMPRESSION method}, {@code COLUMN_FORMAT}, {@code SRID}, {@code INVISIBLE} and other settings. */
    record Setting(Option option) implements ColumnAttribute {}
}
