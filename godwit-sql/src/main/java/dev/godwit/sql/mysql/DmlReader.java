package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Keywords;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the outline of statements on rows (MySQL 8.0 manual, 15.2). */
final class DmlReader {
    private static final Keywords<DmlWord> WORDS = new Keywords<>(List.of(DmlWord.values()), DmlWord.OTHER);
    private static final Set<DmlWord> AFTER_TABLES =
            EnumSet.of(DmlWord.WHERE, DmlWord.ORDER, DmlWord.LIMIT, DmlWord.RETURNING);
    // A dump has a million INSERTs into the same table and with the same clauses.
    private static final Map<Set<Clause>, Set<Clause>> SHARED = new ConcurrentHashMap<>();

    private final Input in;
    private final Cursor cursor;
    private EnumSet<Clause> clauses = EnumSet.noneOf(Clause.class);
    private List<Identifier> columns = List.of();
    private Optional<Expression> where = Optional.empty();
    private Optional<QualifiedName> last = Optional.empty();

    DmlReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Reads what follows the verb. */
    Dml read(String verb) {
        clear();
        return switch (verb) {
            case "INSERT", "REPLACE" -> dml(verb, insert());
            case "UPDATE" -> dml(verb, update());
            case "DELETE" -> dml(verb, delete());
            case "WITH" -> with();
            case "SELECT" -> query(verb);
            case "VALUES" -> {
                if (in.mariadb() == cursor.is("ROW")) {
                    throw in.expected(in.mariadb() ? "\"(\"" : "ROW");
                }
                yield query(verb);
            }
            case "LOAD" -> dml(verb, load());
            case "TABLE" -> {
                mysqlOnly();
                yield named(verb);
            }
            case "CALL", "EXECUTE", "HANDLER" -> named(verb);
            default -> {
                in.passMatching();
                yield dml(verb, Optional.empty());
            }
        };
    }

    private Dml dml(String verb, Optional<QualifiedName> target) {
        Set<Clause> shared = SHARED.computeIfAbsent(Set.copyOf(clauses), key -> key);
        if (!target.equals(last)) {
            last = target;
        }
        return new Dml(cursor.span(), verb, last, shared, columns, where);
    }

    /** Reads a query or what is left of one. */
    Dml query(String verb) {
        clear();
        return rest(verb);
    }

    private void clear() {
        clauses = EnumSet.noneOf(Clause.class);
        columns = List.of();
        where = Optional.empty();
    }

    private Dml rest(String verb) {
        if (cursor.atEnd()) {
            throw in.expected("a query");
        }
        tail();
        return dml(verb, Optional.empty());
    }

    private Dml named(String verb) {
        boolean immediate = verb.equals("EXECUTE") && in.mariadb() && cursor.take("IMMEDIATE");
        Optional<QualifiedName> target = immediate ? Optional.empty() : Optional.of(in.name("a name"));
        if (verb.equals("EXECUTE") && !immediate && !cursor.atEnd() && !cursor.is("USING")) {
            throw in.expected("USING");
        }
        tail();
        return dml(verb, target);
    }

    private Optional<QualifiedName> insert() {
        cursor.skip("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "IGNORE");
        cursor.take("INTO");
        QualifiedName target = in.name("a table");
        if (cursor.atEnd()) {
            throw in.expected("VALUES, SET or a query");
        }
        rows();
        tail();
        return Optional.of(target);
    }

    // Partitions and columns may stand before the rows, which may be a query in parentheses.
    private void rows() {
        while (cursor.isSymbol('(') || cursor.is("PARTITION")) {
            if (in.atQuery()) {
                clauses.add(Clause.SELECT);
            }
            pass();
        }
        switch (word()) {
            case SELECT, WITH -> clauses.add(Clause.SELECT);
            case TABLE -> {
                mysqlOnly();
                clauses.add(Clause.SELECT);
            }
            case VALUES, VALUE, SET -> {
                clauses.add(Clause.VALUES);
                cursor.advance();
                if (cursor.atEnd()) {
                    throw in.expected("a row");
                }
            }
            case OTHER,
                    DELETE,
                    DUPLICATE,
                    FROM,
                    INTO,
                    JOIN,
                    LIMIT,
                    ON,
                    ORDER,
                    RETURNING,
                    STRAIGHT_JOIN,
                    UPDATE,
                    USING,
                    WHERE -> {
                if (clauses.isEmpty()) {
                    throw in.expected("VALUES, SET or a query");
                }
            }
        }
    }

    private Optional<QualifiedName> load() {
        while (!cursor.atEnd() && !cursor.is("INTO")) {
            in.pass();
        }
        in.expect("INTO");
        if (cursor.take("CACHE")) {
            in.passMatching();
            return Optional.empty();
        }
        in.expect("TABLE");
        QualifiedName target = in.name("a table");
        in.passMatching();
        return Optional.of(target);
    }

    private Optional<QualifiedName> update() {
        cursor.skip("LOW_PRIORITY", "IGNORE");
        Optional<QualifiedName> target = in.atName() ? Optional.of(in.name("a table")) : Optional.empty();
        while (!cursor.atEnd() && !cursor.is("SET")) {
            source();
        }
        in.expect("SET");
        columns = new ArrayList<>(1);
        do {
            columns.add(in.name("a column").last());
            cursor.takeSymbol(':');
            in.expectSymbol('=');
            value();
        } while (cursor.takeSymbol(','));
        condition();
        return target;
    }

    // More than one table, or the conditions of joins.
    private void source() {
        if (cursor.isSymbol(',')) {
            clauses.add(Clause.FROM);
        }
        DmlWord word = word();
        if (word == DmlWord.JOIN || word == DmlWord.STRAIGHT_JOIN) {
            clauses.add(Clause.JOIN);
        }
        pass();
    }

    private DmlWord word() {
        return cursor.token() == Token.WORD ? cursor.keyword(WORDS) : DmlWord.OTHER;
    }

    private void value() {
        if (cursor.atEnd()) {
            throw in.expected("a value");
        }
        do {
            pass();
        } while (!cursor.atEnd() && !cursor.isSymbol(',') && !atClause());
    }

    private boolean atClause() {
        return AFTER_TABLES.contains(word());
    }

    // WHERE and what follows it.
    private void condition() {
        if (cursor.take("WHERE")) {
            clauses.add(Clause.WHERE);
            int mark = cursor.mark();
            while (!cursor.atEnd() && !atClause()) {
                pass();
            }
            int end = cursor.passed();
            if (end <= mark) {
                throw in.expected("a condition");
            }
            cursor.seek(mark);
            where = Optional.of(cursor.runs().before(end));
        }
        tail();
    }

    private Optional<QualifiedName> delete() {
        cursor.skip("LOW_PRIORITY", "QUICK", "IGNORE");
        if (in.mariadb()) {
            cursor.take("HISTORY");
        }
        boolean single = cursor.take("FROM");
        QualifiedName target = in.name("a table");
        while (!cursor.atEnd() && !atClause()) {
            DmlWord word = word();
            if (word == DmlWord.FROM || word == DmlWord.USING) {
                clauses.add(Clause.FROM);
            }
            source();
        }
        if (!single && !clauses.contains(Clause.FROM)) {
            throw in.expected("FROM");
        }
        condition();
        return Optional.of(target);
    }

    private Dml with() {
        clauses.add(Clause.SUBQUERY);
        while (!cursor.atEnd()) {
            DmlWord word = word();
            if (word == DmlWord.UPDATE || word == DmlWord.DELETE) {
                mysqlOnly();
                cursor.advance();
                return word == DmlWord.UPDATE ? dml("UPDATE", update()) : dml("DELETE", delete());
            }
            if (word == DmlWord.SELECT || word == DmlWord.TABLE || word == DmlWord.VALUES) {
                return rest("WITH");
            }
            pass();
        }
        return dml("WITH", Optional.empty());
    }

    private void mysqlOnly() {
        if (in.mariadb()) {
            throw in.expected("SELECT");
        }
    }

    /** Reads clauses up to the end. */
    private void tail() {
        while (!cursor.atEnd()) {
            if (cursor.token() == Token.WORD) {
                clause(cursor.keyword(WORDS));
            } else {
                pass();
            }
        }
    }

    private void clause(DmlWord word) {
        cursor.advance();
        switch (word) {
            case FROM, USING -> clauses.add(Clause.FROM);
            case JOIN, STRAIGHT_JOIN -> clauses.add(Clause.JOIN);
            case WHERE -> clauses.add(Clause.WHERE);
            case LIMIT -> clauses.add(Clause.LIMIT);
            case RETURNING -> {
                if (in.mariadb()) {
                    clauses.add(Clause.RETURNING);
                }
            }
            case ON -> {
                if (cursor.take("DUPLICATE")) {
                    clauses.add(Clause.ON_CONFLICT);
                }
            }
            case OTHER, DELETE, DUPLICATE, INTO, ORDER, SELECT, SET, TABLE, UPDATE, VALUE, VALUES, WITH -> {}
        }
    }

    // Passes over a token or a pair of parentheses, in which a query may stand.
    private void pass() {
        if (cursor.isSymbol(')')) {
            throw in.expected("the end");
        }
        if (!cursor.isSymbol('(')) {
            cursor.advance();
            return;
        }
        int depth = 0;
        do {
            boolean opens = cursor.isSymbol('(');
            depth += opens ? 1 : cursor.isSymbol(')') ? -1 : 0;
            cursor.advance();
            if (opens && cursor.token() == Token.WORD && (cursor.is("SELECT") || cursor.is("WITH"))) {
                clauses.add(Clause.SUBQUERY);
            }
        } while (depth > 0 && !cursor.atEnd());
        if (depth > 0) {
            throw in.expected("\")\"");
        }
    }
}
