package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import java.util.Optional;

/** Recognises statements that write many rows of a table in use. */
final class Backfills {
    private Backfills() {}

    /** Returns the table. */
    static Optional<QualifiedName> target(StatementContext statement) {
        if (!(statement.statement() instanceof Dml dml) || !isMass(statement, dml)) {
            return Optional.empty();
        }
        return dml.target().filter(table -> !statement.isNew(table)).filter(table -> !isTemporary(statement, table));
    }

    private static boolean isTemporary(StatementContext statement, QualifiedName table) {
        return statement
                .before()
                .table(table)
                .filter(known -> known.persistence() == Persistence.TEMPORARY)
                .isPresent();
    }

    private static boolean isMass(StatementContext statement, Dml dml) {
        if (!(dml.verb().equals("UPDATE") || dml.verb().equals("DELETE"))
                || dml.clauses().contains(Clause.LIMIT)) {
            return false;
        }
        return dml.where()
                .filter(where -> where.has("LIMIT")
                        || Conditions.picksFew(where, dml.target().flatMap(statement.before()::table)))
                .isEmpty();
    }
}
