package dev.godwit.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One SQL statement, read as far as Godwit understands it. Every node knows where it stood in its file, without the terminator. */
public sealed interface Statement
        permits Definition,
                Statement.TransactionControl,
                Statement.SessionSetting,
                Statement.CreateIndex,
                Statement.DropIndex,
                Statement.Reindex,
                Statement.AddEnumValue,
                Statement.CopyFromStdin,
                Statement.CodeBlock,
                Statement.Dml,
                Statement.Maintenance,
                Statement.Unparsed {
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

    /**
     * {@code CREATE INDEX}.
     *
     * @param kind {@code INDEX}, {@code UNIQUE}, MySQL's {@code FULLTEXT}, {@code SPATIAL}, {@code VECTOR}
     * @param name empty where the server chooses it
     * @param scope whether the partitions get it too
     * @param method BTREE, GIN …, as written
     * @param include columns that are only carried
     * @param nulls whether NULLs are equal
     * @param options storage parameters, {@code TABLESPACE}, MySQL's index options, {@code ALGORITHM} and {@code LOCK}, MariaDB's {@code WAIT}
     * @param where the predicate of a partial index
     */
    record CreateIndex(
            SourceSpan span,
            String kind,
            Concurrency concurrency,
            Guard guard,
            Optional<QualifiedName> name,
            AlterTable.Scope scope,
            QualifiedName table,
            Optional<Identifier> method,
            List<IndexElement> elements,
            List<Identifier> include,
            ConstraintRule.Nulls nulls,
            List<Option> options,
            Optional<Expression> where)
            implements Statement {
        public CreateIndex {
            elements = List.copyOf(elements);
            include = List.copyOf(include);
            options = List.copyOf(options);
        }

        /** Tells whether it refuses duplicates. */
        public boolean isUnique() {
            return kind.equals("UNIQUE");
        }
    }

    /**
     * {@code DROP INDEX}; where an index belongs to its table, as in MySQL, its name is qualified with that of the table.
     *
     * @param options MySQL's {@code ALGORITHM} and {@code LOCK}, MariaDB's {@code WAIT}
     */
    record DropIndex(
            SourceSpan span,
            Concurrency concurrency,
            Guard guard,
            List<QualifiedName> names,
            Behavior behavior,
            List<Option> options)
            implements Statement {
        public DropIndex {
            names = List.copyOf(names);
            options = List.copyOf(options);
        }
    }

    /**
     * {@code REINDEX}.
     *
     * @param target INDEX, TABLE, SCHEMA, DATABASE or SYSTEM, or OBJECT where SQLite does not say
     * @param options all but CONCURRENTLY: VERBOSE, TABLESPACE
     */
    record Reindex(
            SourceSpan span, Concurrency concurrency, String target, Optional<QualifiedName> name, List<Option> options)
            implements Statement {
        public Reindex {
            options = List.copyOf(options);
        }

        /** Makes one without options. */
        public Reindex(SourceSpan span, Concurrency concurrency, String target, Optional<QualifiedName> name) {
            this(span, concurrency, target, name, List.of());
        }
    }

    /**
     * {@code ALTER TYPE name ADD VALUE 'value'}.
     *
     * @param place BEFORE or AFTER
     * @param neighbour the value beside which it goes
     */
    record AddEnumValue(
            SourceSpan span,
            QualifiedName type,
            Guard guard,
            String value,
            Optional<String> place,
            Optional<String> neighbour)
            implements Statement {}

    /**
     * {@code COPY … FROM stdin} with the rows that follow it in the file. {@code span} covers the command up to its
     * terminator, {@code data} the rows without the final {@code \.} line.
     */
    record CopyFromStdin(SourceSpan span, SourceSpan data, QualifiedName table) implements Statement {}

    /**
     * A block of code that runs at once: PostgreSQL's {@code DO}, MariaDB's {@code BEGIN NOT ATOMIC}.
     *
     * @param language in lower case; {@code set statement} where MariaDB sets variables for one statement only
     * @param statements the SQL statements of its body that could be found, those of plain EXECUTE strings included; each stands where it
     *     stands in the file, so that the text of its span may hold doubled quotes
     * @param dynamic how many EXECUTEs build their text, so that it cannot be known; a body in another language than the product's own counts
     *     as one
     */
    record CodeBlock(SourceSpan span, String language, List<Statement> statements, int dynamic) implements Statement {
        public CodeBlock {
            statements = List.copyOf(statements);
        }
    }

    /**
     * INSERT, UPDATE, DELETE, MERGE, REPLACE, SELECT, WITH, VALUES, TABLE, LOAD, CALL, EXECUTE, by its verb; of a WITH before a
     * data-changing statement the verb of that statement.
     *
     * @param clauses what stands in it outside of parentheses
     * @param columns of an UPDATE the columns that it sets, in order; else none
     * @param where of an UPDATE or DELETE its condition
     * @param reads the relations that its outermost query names besides the target: those of FROM, JOIN and USING (PostgreSQL, SQLite)
     */
    record Dml(
            SourceSpan span,
            String verb,
            Optional<QualifiedName> target,
            Set<Clause> clauses,
            List<Identifier> columns,
            Optional<Expression> where,
            List<QualifiedName> reads)
            implements Statement {
        public Dml {
            clauses = Set.copyOf(clauses);
            columns = List.copyOf(columns);
            reads = List.copyOf(reads);
        }

        /** Makes one of which it is not known what it reads. */
        public Dml(
                SourceSpan span,
                String verb,
                Optional<QualifiedName> target,
                Set<Clause> clauses,
                List<Identifier> columns,
                Optional<Expression> where) {
            this(span, verb, target, clauses, columns, where, List.of());
        }

        /** Makes one of which only the verb and the target are known. */
        public static Dml outline(SourceSpan span, String verb, Optional<QualifiedName> target) {
            return new Dml(span, verb, target, Set.of(), List.of(), Optional.empty());
        }

        /** A clause of the outermost query. */
        public enum Clause {
            /** FROM of a SELECT or UPDATE, USING of a DELETE, more than one table. */
            FROM,
            JOIN,
            WHERE,
            LIMIT,
            RETURNING,
            /** ON CONFLICT, ON DUPLICATE KEY UPDATE, OR REPLACE. */
            ON_CONFLICT,
            /** An INSERT of rows that a query yields. */
            SELECT,
            VALUES,
            /** SELECT … INTO a new table. */
            INTO,
            /** FOR UPDATE, FOR SHARE and their kin. */
            ROW_LOCK,
            /** A query stands in it. */
            SUBQUERY
        }
    }

    /**
     * VACUUM, ANALYZE, CLUSTER, OPTIMIZE, CHECKPOINT, LOCK, UNLOCK, FLUSH, REFRESH MATERIALIZED VIEW …, by its verb.
     *
     * @param options in upper case: FULL, FREEZE, CONCURRENTLY, {@code WITH NO DATA}, of a LOCK its mode ({@code ACCESS EXCLUSIVE}, WRITE),
     *     NOWAIT, and ONLY where it is said of all; of CLUSTER {@code USING} and the index
     */
    record Maintenance(SourceSpan span, String verb, List<QualifiedName> names, List<String> options)
            implements Statement {
        public Maintenance {
            names = List.copyOf(names);
            options = List.copyOf(options);
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
