package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/** One SQL statement, read as far as Godwit understands it. Every node knows where it stood in its file, without the terminator. */
public sealed interface Statement {
    SourceSpan span();

    /** {@code BEGIN}, {@code COMMIT} and their relatives. */
    record TransactionControl(SourceSpan span, Verb verb) implements Statement {
        /** What is said to the transaction. */
        public enum Verb {
            BEGIN,
            COMMIT,
            ROLLBACK,
            SAVEPOINT,
            RELEASE,
            ROLLBACK_TO
        }
    }

    /**
     * Anything that changes only this session: {@code SET}, {@code RESET}, {@code PRAGMA}, {@code USE}, {@code PREPARE},
     * {@code DEALLOCATE}, {@code ATTACH}. {@code name} is the setting, lower case, or the verb where there is none.
     */
    record SessionSetting(SourceSpan span, String name, Optional<String> value, Reach reach) implements Statement {
        /** How far it reaches. */
        public enum Reach {
            TRANSACTION,
            SESSION,
            SERVER
        }
    }

    /** {@code CREATE INDEX}; {@code name} is empty where the server chooses it. */
    record CreateIndex(
            SourceSpan span, Concurrency concurrency, Guard guard, Optional<QualifiedName> name, QualifiedName table)
            implements Statement {}

    /** {@code DROP INDEX}; where an index belongs to its table, as in MySQL, its name is qualified with that of the table. */
    record DropIndex(SourceSpan span, Concurrency concurrency, Guard guard, List<QualifiedName> names)
            implements Statement {
        public DropIndex {
            names = List.copyOf(names);
        }
    }

    /** {@code REINDEX}; {@code target} is INDEX, TABLE, SCHEMA, DATABASE or SYSTEM, or OBJECT where SQLite does not say. */
    record Reindex(SourceSpan span, Concurrency concurrency, String target, Optional<QualifiedName> name)
            implements Statement {}

    /** {@code ALTER TYPE name ADD VALUE 'value'}. */
    record AddEnumValue(SourceSpan span, QualifiedName type, String value) implements Statement {}

    /**
     * {@code COPY … FROM stdin} with the rows that follow it in the file. {@code span} covers the command up to its
     * terminator, {@code data} the rows without the final {@code \.} line.
     */
    record CopyFromStdin(SourceSpan span, SourceSpan data, QualifiedName table) implements Statement {}

    /**
     * A definition that has no node of its own yet, by its outline: {@code verb} is CREATE, ALTER, DROP, RENAME, TRUNCATE,
     * COMMENT, GRANT, REVOKE …; {@code kind} is what it is done to, upper case, as in TABLE or MATERIALIZED VIEW;
     * {@code names} the objects, after a trigger, policy or rule also its table;
     * {@code tail} the upper-case keywords that decide how it runs, such as CONCURRENTLY, FINALIZE or TEMPORARY.
     */
    record Definition(
            SourceSpan span, String verb, String kind, Guard guard, List<QualifiedName> names, List<String> tail)
            implements Statement {
        public Definition {
            names = List.copyOf(names);
            tail = List.copyOf(tail);
        }
    }

    /** INSERT, UPDATE, DELETE, MERGE, REPLACE, SELECT, WITH, VALUES, TABLE, LOAD, CALL, DO, EXECUTE, by its verb. */
    record Dml(SourceSpan span, String verb, Optional<QualifiedName> target) implements Statement {}

    /** VACUUM, ANALYZE, CLUSTER, OPTIMIZE, CHECKPOINT, LOCK, UNLOCK, FLUSH …, by its verb. */
    record Maintenance(SourceSpan span, String verb, List<QualifiedName> names) implements Statement {
        public Maintenance {
            names = List.copyOf(names);
        }
    }

    /** What Godwit cannot read; {@code why} completes the sentence "cannot read this: …". */
    record Unparsed(SourceSpan span, String why, Handling handling) implements Statement {
        /** What the runner does with it. */
        public enum Handling {
            /** The database may understand it: it is sent as it is. */
            SEND,
            /** It asks the client for something that Godwit must not do: the file is refused. */
            REFUSE
        }
    }

    /** Whether the statement lets others work meanwhile. */
    enum Concurrency {
        PLAIN,
        CONCURRENTLY
    }

    /** {@code IF EXISTS} or {@code IF NOT EXISTS}. */
    enum Guard {
        NONE,
        IF_EXISTS,
        IF_NOT_EXISTS
    }
}
