package dev.godwit.sql.postgres;

import dev.godwit.sql.Persistence;
import dev.godwit.sql.Statement;
import dev.godwit.sql.internal.Cursor;

/** Reads CREATE, ALTER, DROP and their relatives. */
final class PostgresDefinitions {
    private final PostgresReader in;
    private final PostgresIndexes indexes;
    private final PostgresTables tables;
    private final PostgresAlterTable alterTable;
    private final PostgresOthers others;

    PostgresDefinitions(PostgresReader in, Cursor cursor) {
        this.in = in;
        var options = new PostgresOptions(in);
        var typeNames = new PostgresTypeNames(in);
        this.indexes = new PostgresIndexes(in, options);
        var constraints = new PostgresConstraints(in, indexes, options);
        var columns = new PostgresColumns(in, typeNames, constraints, options);
        this.tables = new PostgresTables(in, columns, constraints, options);
        this.alterTable = new PostgresAlterTable(in, typeNames, columns, constraints, options, tables);
        this.others = new PostgresOthers(cursor);
    }

    PostgresIndexes indexes() {
        return indexes;
    }

    /** Reads what follows CREATE. */
    Statement create() {
        int mark = in.mark();
        Persistence persistence = persistence();
        if (in.take("TABLE")) {
            return tables.create("TABLE", persistence);
        }
        if (in.take("INDEX")) {
            return indexes.create("INDEX");
        }
        if (in.take("UNIQUE", "INDEX")) {
            return indexes.create("UNIQUE");
        }
        if (in.take("FOREIGN", "TABLE")) {
            return tables.create("FOREIGN TABLE", persistence);
        }
        in.seek(mark);
        Statement read = others.create();
        in.skipToEnd();
        return read;
    }

    private Persistence persistence() {
        if (in.take("UNLOGGED")) {
            return Persistence.UNLOGGED;
        }
        if (!in.take("LOCAL")) {
            in.take("GLOBAL");
        }
        return in.take("TEMP") || in.take("TEMPORARY") ? Persistence.TEMPORARY : Persistence.PERMANENT;
    }

    /** Reads what follows ALTER. */
    Statement alter() {
        if (in.is("TABLE") && !in.then("ALL")) {
            in.advance();
            return alterTable.alter("TABLE");
        }
        if (in.is("INDEX") && !in.then("ALL")) {
            in.advance();
            return alterTable.alter("INDEX");
        }
        if (in.take("VIEW")) {
            return alterTable.alter("VIEW");
        }
        if (in.take("SEQUENCE")) {
            return alterTable.alter("SEQUENCE");
        }
        if (in.take("FOREIGN", "TABLE")) {
            return alterTable.alter("FOREIGN TABLE");
        }
        int mark = in.mark();
        if (in.take("MATERIALIZED", "VIEW") && !in.is("ALL")) {
            return alterTable.alter("MATERIALIZED VIEW");
        }
        in.seek(mark);
        Statement read = others.alter();
        in.skipToEnd();
        return read;
    }

    /** Reads what follows DROP. */
    Statement drop() {
        if (in.take("INDEX")) {
            return indexes.drop();
        }
        Statement read = others.drop();
        in.skipToEnd();
        return read;
    }

    /** Reads what follows another {@code verb}. */
    Statement other(String verb) {
        Statement read = others.other(verb);
        in.skipToEnd();
        return read;
    }
}
