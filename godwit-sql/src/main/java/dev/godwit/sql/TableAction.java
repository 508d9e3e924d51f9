package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/** What an {@code ALTER TABLE} does to the table as a whole. */
public sealed interface TableAction extends AlterAction {
    /** {@code RENAME TO}; qualified where the product can move it so. */
    record RenameTable(QualifiedName to) implements TableAction {}

    /** {@code SET SCHEMA}. */
    record SetSchema(Identifier schema) implements TableAction {}

    /** {@code OWNER TO}. */
    record SetOwner(Identifier owner) implements TableAction {}

    /** {@code SET TABLESPACE}. */
    record SetTablespace(Identifier tablespace) implements TableAction {}

    /** {@code SET LOGGED} and {@code SET UNLOGGED}. */
    record SetPersistence(Persistence persistence) implements TableAction {}

    /** {@code SET ACCESS METHOD}; empty for DEFAULT. */
    record SetAccessMethod(Optional<Identifier> method) implements TableAction {}

    /** {@code SET (name = value, …)}. */
    record SetStorage(List<Option> options) implements TableAction {
        public SetStorage {
            options = List.copyOf(options);
        }
    }

    /** {@code RESET (name, …)}. */
    record ResetStorage(List<Option> options) implements TableAction {
        public ResetStorage {
            options = List.copyOf(options);
        }
    }

    /** {@code CLUSTER ON index}, and {@code SET WITHOUT CLUSTER} where it is empty. */
    record ClusterOn(Optional<Identifier> index) implements TableAction {}

    /** {@code INHERIT parent} and {@code NO INHERIT parent}. */
    record SetInheritance(Constraint.Inheritance inheritance, QualifiedName parent) implements TableAction {}

    /** {@code OF type}, and {@code NOT OF} where it is empty. */
    record SetType(Optional<QualifiedName> type) implements TableAction {}

    /** {@code REPLICA IDENTITY}; {@code mode} is DEFAULT, FULL, NOTHING or INDEX. */
    record ReplicaIdentity(String mode, Optional<Identifier> index) implements TableAction {}

    /**
     * {@code ENABLE TRIGGER}, {@code DISABLE RULE} and the like.
     *
     * @param kind TRIGGER or RULE
     * @param mode {@code ENABLE}, {@code ENABLE REPLICA}, {@code ENABLE ALWAYS}, {@code DISABLE}
     * @param name its name; empty where {@code ALL} or {@code USER} is said
     * @param all ALL or USER where no name is said
     */
    record SwitchTrigger(String kind, String mode, Optional<Identifier> name, Optional<String> all)
            implements TableAction {}

    /** {@code ENABLE}, {@code DISABLE}, {@code FORCE} or {@code NO FORCE ROW LEVEL SECURITY}; {@code mode} is what stands before ROW. */
    record RowSecurity(String mode) implements TableAction {}

    /** A table option of MySQL and MariaDB, such as {@code ENGINE}, {@code COMMENT}, {@code AUTO_INCREMENT}, {@code CHARACTER SET}. */
    record SetOption(Option option) implements TableAction {}

    /** MySQL's {@code CONVERT TO CHARACTER SET}. */
    record ConvertCharset(String charset, Optional<String> collation) implements TableAction {}

    /** MySQL's {@code ALGORITHM = name}, in upper case. */
    record Algorithm(String name) implements TableAction {}

    /** MySQL's {@code LOCK = name}, in upper case. */
    record Lock(String name) implements TableAction {}

    /** MySQL's {@code FORCE}. */
    record Force() implements TableAction {}

    /** MySQL's {@code ORDER BY}. */
    record OrderBy(Expression columns) implements TableAction {}

    /** The options of a sequence, as {@code ALTER SEQUENCE} says them. */
    record SetSequence(List<Option> options) implements TableAction {
        public SetSequence {
            options = List.copyOf(options);
        }
    }

    /**
     * What is seldom and says all in its words: {@code SET WITHOUT OIDS}, {@code DEPENDS ON EXTENSION e}, {@code OPTIONS (…)},
     * {@code DISCARD TABLESPACE}, {@code ADD SYSTEM VERSIONING}, {@code WITH VALIDATION}, {@code SECONDARY_LOAD}.
     *
     * @param name its keywords in upper case, up to the first that is a value
     */
    record OtherAction(String name, Optional<Expression> rest) implements TableAction {}
}
