package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** What an {@code ALTER TABLE} does to a column. */
public sealed interface ColumnAction extends AlterAction {
    /** Returns the column, by its name before the statement. */
    Identifier column();

    /** {@code ADD COLUMN}; one for each column of MySQL's {@code ADD (a int, b int)}. */
    record AddColumn(ColumnDefinition definition, Guard guard, Position position) implements ColumnAction {
        @Override
        public Identifier column() {
            return definition.name();
        }
    }

    /** {@code DROP COLUMN}. */
    record DropColumn(Identifier column, Guard guard, Behavior behavior) implements ColumnAction {}

    /** {@code RENAME COLUMN column TO to}. */
    record RenameColumn(Identifier column, Identifier to, Guard guard) implements ColumnAction {}

    /** {@code ALTER COLUMN … TYPE type COLLATE … USING …}. */
    record ChangeType(Identifier column, TypeName type, Optional<QualifiedName> collation, Optional<Expression> using)
            implements ColumnAction {}

    /** MySQL's {@code MODIFY COLUMN}: the whole definition anew; what it omits is lost. */
    record ModifyColumn(ColumnDefinition definition, Guard guard, Position position) implements ColumnAction {
        @Override
        public Identifier column() {
            return definition.name();
        }
    }

    /** MySQL's {@code CHANGE COLUMN}: as MODIFY, with a new name. */
    record ChangeColumn(Identifier column, ColumnDefinition definition, Guard guard, Position position)
            implements ColumnAction {}

    /** {@code SET DEFAULT}. */
    record SetDefault(Identifier column, Expression value, Guard guard) implements ColumnAction {
        /** One that does not ask whether the column exists. */
        public SetDefault(Identifier column, Expression value) {
            this(column, value, Guard.NONE);
        }
    }

    /** {@code DROP DEFAULT}. */
    record DropDefault(Identifier column, Guard guard) implements ColumnAction {
        /** One that does not ask whether the column exists. */
        public DropDefault(Identifier column) {
            this(column, Guard.NONE);
        }
    }

    /** {@code SET NOT NULL}. */
    record SetNotNull(Identifier column, Optional<String> conflict) implements ColumnAction {}

    /** {@code DROP NOT NULL}. */
    record DropNotNull(Identifier column) implements ColumnAction {}

    /** {@code ADD GENERATED … AS IDENTITY}. */
    record AddIdentity(Identifier column, ColumnAttribute.Identity identity) implements ColumnAction {}

    /** {@code SET GENERATED …}, {@code SET INCREMENT …}, {@code RESTART}: the options of an identity. */
    record SetIdentity(Identifier column, Expression options) implements ColumnAction {}

    /** {@code DROP IDENTITY}. */
    record DropIdentity(Identifier column, Guard guard) implements ColumnAction {}

    /** {@code SET EXPRESSION AS (value)}. */
    record SetExpression(Identifier column, Expression value) implements ColumnAction {}

    /** {@code DROP EXPRESSION}. */
    record DropExpression(Identifier column, Guard guard) implements ColumnAction {}

    /**
     * {@code SET STATISTICS}, {@code SET STORAGE}, {@code SET COMPRESSION}, {@code SET (n_distinct = …)}, {@code RESET (…)},
     * {@code SET VISIBLE}, {@code OPTIONS (…)}.
     *
     * @param column of an index: its number
     * @param setting its words in upper case up to the value
     */
    record SetColumnOption(Identifier column, Option setting) implements ColumnAction {}

    /** MySQL's place of a column. */
    record Position(Place place, Optional<Identifier> after) {
        /** Nothing said: at the end, or where it was. */
        public static final Position UNSAID = new Position(Place.UNSAID, Optional.empty());

        /** Where. */
        public enum Place {
            UNSAID,
            FIRST,
            AFTER
        }
    }

    /** Returns all columns that actions of one kind name, in order. */
    static <T extends ColumnAction> List<T> of(List<AlterAction> actions, Class<T> kind) {
        return actions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
