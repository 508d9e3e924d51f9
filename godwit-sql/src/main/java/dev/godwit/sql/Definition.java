package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;

/** A statement that defines, changes or removes an object of the schema, with the outline that all of them share. */
public sealed interface Definition extends Statement
        permits AlterTable,
                CreateTable,
                CreateView,
                CreateType,
                AlterType,
                CreateDomain,
                AlterDomain,
                CreateSequence,
                CreateRoutine,
                CreateTrigger,
                CreatePolicy,
                AlterObject,
                DropObject,
                RenameTables,
                Truncate,
                CommentOn,
                Privileges,
                PublicationTables,
                OtherDefinition {
    /** Returns CREATE, ALTER, DROP, RENAME, TRUNCATE, COMMENT, GRANT, REVOKE …. */
    String verb();

    /** Returns what it is done to, upper case, as in TABLE or MATERIALIZED VIEW. */
    String kind();

    /** Returns whether it minds that the object is there, or is missing. */
    default Guard guard() {
        return Guard.NONE;
    }

    /** Returns the objects; after a trigger, policy or rule also its table. */
    List<QualifiedName> names();

    /** Returns the upper-case keywords that decide how it runs, such as CONCURRENTLY, FINALIZE or TEMPORARY. */
    default List<String> tail() {
        return List.of();
    }
}
