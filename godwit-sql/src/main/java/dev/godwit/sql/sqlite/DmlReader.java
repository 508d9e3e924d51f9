package dev.godwit.sql.sqlite;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Reads the outline of statements on rows. */
final class DmlReader {
    private final Input in;
    private final Cursor cursor;
    private final List<QualifiedName> reads = new ArrayList<>(1);
    private EnumSet<Clause> clauses = EnumSet.noneOf(Clause.class);
    private List<Identifier> columns = List.of();
    private Optional<Expression> where = Optional.empty();

    DmlReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Reads what follows the verb. */
    Dml read(String verb) {
        clauses = EnumSet.noneOf(Clause.class);
        columns = List.of();
        where = Optional.empty();
        reads.clear();
        return switch (verb) {
            case "INSERT" -> dml(verb, insert());
            case "REPLACE" -> replace();
            case "UPDATE" -> dml(verb, update());
            case "DELETE" -> dml(verb, delete());
            case "WITH" -> with();
            default -> {
                tail();
                yield dml(verb, Optional.empty());
            }
        };
    }

    private Dml dml(String verb, Optional<QualifiedName> target) {
        return new Dml(cursor.span(), verb, target, clauses, columns, where, reads);
    }

    private Dml replace() {
        clauses.add(Clause.ON_CONFLICT);
        return dml("REPLACE", insert());
    }

    private Optional<QualifiedName> insert() {
        conflict();
        in.expect("INTO");
        QualifiedName target = in.qualified("a table");
        alias();
        if (in.isSymbol('(')) {
            pass();
        }
        if (in.take("DEFAULT")) {
            in.expect("VALUES");
            clauses.add(Clause.VALUES);
        } else if (in.is("VALUES")) {
            clauses.add(Clause.VALUES);
        } else if (in.is("SELECT") || in.is("WITH")) {
            clauses.add(Clause.SELECT);
        } else {
            throw in.missing("VALUES or a query");
        }
        tail();
        return Optional.of(target);
    }

    private void conflict() {
        if (!in.take("OR")) {
            return;
        }
        String action = in.oneOf("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")
                .orElseThrow(() -> in.missing("a conflict action"));
        if (action.equals("REPLACE") || action.equals("IGNORE")) {
            clauses.add(Clause.ON_CONFLICT);
        }
    }

    private void alias() {
        if (in.take("AS")) {
            in.name("an alias");
        }
    }

    private Optional<QualifiedName> update() {
        conflict();
        QualifiedName target = in.qualified("a table");
        cursor.find("SET");
        in.expect("SET");
        columns = new ArrayList<>(1);
        do {
            if (in.isSymbol('(')) {
                columns.addAll(in.list(() -> in.name("a column")));
            } else {
                columns.add(in.name("a column"));
            }
            in.expectSymbol('=');
            value();
        } while (in.takeSymbol(','));
        if (in.take("FROM")) {
            clauses.add(Clause.FROM);
            source();
            sources();
        }
        condition();
        return Optional.of(target);
    }

    private void value() {
        if (cursor.atEnd() || in.isSymbol(',')) {
            throw in.missing("a value");
        }
        do {
            pass();
        } while (!cursor.atEnd() && !in.isSymbol(',') && !in.is("FROM") && !atCondition());
    }

    private boolean atCondition() {
        return in.is("WHERE") || atEndOfCondition();
    }

    private boolean atEndOfCondition() {
        return in.is("ORDER") || in.is("LIMIT") || in.is("RETURNING");
    }

    private void sources() {
        while (!cursor.atEnd() && !atCondition()) {
            if (in.take("JOIN")) {
                clauses.add(Clause.JOIN);
                source();
            } else if (in.takeSymbol(',')) {
                source();
            } else {
                pass();
            }
        }
    }

    // What stands in parentheses is no outermost table.
    private void source() {
        cursor.name().ifPresent(reads::add);
    }

    private Optional<QualifiedName> delete() {
        in.expect("FROM");
        QualifiedName target = in.qualified("a table");
        sources();
        condition();
        return Optional.of(target);
    }

    private void condition() {
        if (in.take("WHERE")) {
            clauses.add(Clause.WHERE);
            int mark = cursor.mark();
            while (!cursor.atEnd() && !atEndOfCondition()) {
                pass();
            }
            int end = cursor.mark();
            if (end <= mark) {
                throw in.missing("a condition");
            }
            cursor.seek(mark);
            where = Optional.of(cursor.runs().before(end));
        }
        tail();
    }

    private Dml with() {
        clauses.add(Clause.SUBQUERY);
        while (!cursor.atEnd()) {
            String verb = cursor.upper();
            switch (verb) {
                case "INSERT", "REPLACE", "UPDATE", "DELETE" -> {
                    cursor.advance();
                    return changing(verb);
                }
                case "SELECT", "VALUES" -> {
                    tail();
                    return dml("WITH", Optional.empty());
                }
                default -> pass();
            }
        }
        throw in.missing("a query");
    }

    private Dml changing(String verb) {
        return switch (verb) {
            case "INSERT" -> dml(verb, insert());
            case "REPLACE" -> replace();
            case "UPDATE" -> dml(verb, update());
            default -> dml(verb, delete());
        };
    }

    private void tail() {
        boolean tables = false;
        boolean condition = false;
        while (!cursor.atEnd()) {
            // in a condition it is IS DISTINCT FROM
            boolean begins = in.is("FROM") && !condition;
            boolean goesOn = in.is("JOIN") || (tables && in.isSymbol(','));
            tables = begins || goesOn || (tables && !in.is("ON") && !in.is("USING") && !endsTables());
            condition = in.is("ON") || in.is("WHERE") || in.is("HAVING") || (condition && !in.is("SELECT"));
            clause();
            pass();
            if (begins || goesOn) {
                source();
            }
        }
    }

    private boolean endsTables() {
        return in.is("WHERE") || in.is("GROUP") || in.is("WINDOW") || atEndOfCondition();
    }

    private void clause() {
        if (in.is("FROM")) {
            clauses.add(Clause.FROM);
        } else if (in.is("JOIN")) {
            clauses.add(Clause.JOIN);
        } else if (in.is("WHERE")) {
            clauses.add(Clause.WHERE);
        } else if (in.is("LIMIT")) {
            clauses.add(Clause.LIMIT);
        } else if (in.is("RETURNING")) {
            clauses.add(Clause.RETURNING);
        } else if (cursor.sees("ON", "CONFLICT")) {
            clauses.add(Clause.ON_CONFLICT);
        }
    }

    /** Passes over a token, or over a pair of parentheses, in which a query may stand. */
    private void pass() {
        if (in.isSymbol(')')) {
            throw in.missing("the end");
        }
        if (!in.isSymbol('(')) {
            cursor.advance();
            return;
        }
        int depth = 0;
        do {
            boolean opens = in.isSymbol('(');
            depth += opens ? 1 : in.isSymbol(')') ? -1 : 0;
            cursor.advance();
            if (opens && (in.is("SELECT") || in.is("WITH"))) {
                clauses.add(Clause.SUBQUERY);
            }
        } while (depth > 0 && !cursor.atEnd());
        if (depth > 0) {
            throw in.missing("\")\"");
        }
    }
}
