package dev.godwit.sql.postgres;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the outline of statements that read or change rows. */
final class PostgresDml {
    private final PostgresReader in;
    /** The sets of clauses that were found so far, so that the statements of a dump share a few. */
    private final Map<Set<Clause>, Set<Clause>> known = new HashMap<>();

    private final List<Identifier> columns = new ArrayList<>();
    private final List<QualifiedName> reads = new ArrayList<>();
    private String verb = "";
    private Optional<QualifiedName> target = Optional.empty();
    private Optional<Expression> where = Optional.empty();
    private final Set<Clause> clauses = EnumSet.noneOf(Clause.class);
    private boolean assigning;

    PostgresDml(PostgresReader in) {
        this.in = in;
    }

    /** Reads what follows {@code verb}, which stands behind {@code open} parentheses. */
    Statement read(String first, int open) {
        columns.clear();
        reads.clear();
        where = Optional.empty();
        target = Optional.empty();
        clauses.clear();
        assigning = false;
        verb = first;
        if (first.equals("WITH")) {
            with();
        }
        target();
        rows(open);
        return new Dml(in.span(), verb, target, clauses(), columns, where, reads);
    }

    private void with() {
        in.take("RECURSIVE");
        do {
            in.name("a name");
            if (in.isSymbol('(')) {
                in.columns();
            }
            in.expect("AS");
            in.take("NOT");
            in.take("MATERIALIZED");
            in.inParentheses("a query");
            searchAndCycle();
        } while (in.takeSymbol(','));
        add(Clause.SUBQUERY);
        String main = in.upper();
        switch (main) {
            case "INSERT", "UPDATE", "DELETE", "MERGE" -> {
                verb = main;
                in.advance();
            }
            case "TABLE" -> {
                in.advance();
                target = Optional.of(in.relation(in.only()));
            }
            case "SELECT", "VALUES" -> in.advance();
            default -> {
                if (!in.isSymbol('(')) {
                    throw in.missing("a statement");
                }
            }
        }
    }

    private void searchAndCycle() {
        if (in.take("SEARCH")) {
            in.advance();
            in.expect("FIRST", "BY");
            names();
            in.expect("SET");
            in.name("a column");
        }
        if (in.take("CYCLE")) {
            names();
            in.expect("SET");
            in.name("a column");
            if (in.take("TO")) {
                in.advance();
                in.expect("DEFAULT");
                in.advance();
            }
            in.expect("USING");
            in.name("a column");
        }
    }

    private void names() {
        do {
            in.name("a column");
        } while (in.takeSymbol(','));
    }

    private void target() {
        switch (verb) {
            case "INSERT" -> {
                in.expect("INTO");
                target = Optional.of(in.qualified("a table"));
            }
            case "MERGE" -> {
                in.expect("INTO");
                target = Optional.of(in.relation(in.only()));
            }
            case "DELETE" -> {
                in.expect("FROM");
                target = Optional.of(in.relation(in.only()));
            }
            case "UPDATE", "TABLE" -> target = Optional.of(in.relation(in.only()));
            default -> {}
        }
    }

    private void rows(int open) {
        int depth = open;
        while (!in.atEnd()) {
            if (in.isSymbol('(') || in.isSymbol('[')) {
                depth++;
                in.advance();
                subquery();
            } else if (in.isSymbol(')') || in.isSymbol(']')) {
                if (depth == 0) {
                    throw in.unexpected();
                }
                depth--;
                in.advance();
            } else if (depth <= open && in.token() == Token.WORD) {
                word();
            } else if (assigning && depth == open && in.takeSymbol(',')) {
                assigned();
            } else {
                in.advance();
            }
        }
        if (depth > 0) {
            throw in.missing("\")\"");
        }
    }

    private void subquery() {
        if (in.is("SELECT") || in.is("WITH")) {
            add(Clause.SUBQUERY);
        }
    }

    private void word() {
        switch (in.first() | 0x20) {
            case 'd' -> distinct();
            case 'f' -> from();
            case 'i' -> found("INTO", Clause.INTO, isQuery());
            case 'j' -> joined("JOIN", Clause.JOIN, true);
            case 'l' -> found("LIMIT", Clause.LIMIT, true);
            case 'o' -> onConflict();
            case 'r' -> returning();
            case 's' -> set();
            case 'u' -> joined("USING", Clause.FROM, verb.equals("DELETE") || verb.equals("MERGE"));
            case 'v' -> found("VALUES", Clause.VALUES, startsRows());
            case 'w' -> where();
            default -> in.advance();
        }
    }

    private void found(String keyword, Clause clause, boolean counts) {
        if (in.take(keyword)) {
            if (counts) {
                add(clause);
            }
        } else {
            in.advance();
        }
    }

    private void joined(String keyword, Clause clause, boolean counts) {
        boolean here = counts && in.is(keyword);
        found(keyword, clause, counts);
        if (here) {
            relation();
        }
    }

    // Those of a list stand behind commas, each with an alias at most; what stands in parentheses is not looked into.
    private void relations() {
        relation();
        while (in.takeSymbol(',')) {
            relation();
        }
    }

    private void relation() {
        in.take("LATERAL");
        in.take("ONLY");
        if (!in.atName()) {
            return;
        }
        QualifiedName name = in.qualified("a table");
        if (in.isSymbol('(')) {
            return;
        }
        in.takeSymbol('*');
        reads.add(name);
        if (in.take("AS") || (in.atName() && !in.is("USING") && !in.is("SET"))) {
            in.label("an alias");
        }
    }

    private boolean isQuery() {
        return verb.equals("SELECT") || verb.equals("WITH");
    }

    private boolean startsRows() {
        return verb.equals("INSERT") && !clauses.contains(Clause.SELECT) && !clauses.contains(Clause.VALUES);
    }

    // IS DISTINCT FROM names no table.
    private void distinct() {
        boolean distinct = in.is("DISTINCT");
        in.advance();
        if (distinct && in.is("FROM")) {
            in.advance();
        }
    }

    private void from() {
        if (in.take("FROM")) {
            add(Clause.FROM);
            assigning = false;
            relations();
        } else if (in.take("FOR")) {
            if (in.is("UPDATE") || in.is("SHARE") || in.is("NO") || in.is("KEY")) {
                add(Clause.ROW_LOCK);
                in.advance();
            }
        } else if (in.take("FETCH")) {
            add(Clause.LIMIT);
        } else {
            in.advance();
        }
    }

    private void onConflict() {
        boolean on = in.is("ON");
        in.advance();
        if (on && verb.equals("INSERT") && in.take("CONFLICT")) {
            add(Clause.ON_CONFLICT);
        }
    }

    private void returning() {
        if (in.take("RETURNING")) {
            add(Clause.RETURNING);
            assigning = false;
        } else {
            in.advance();
        }
    }

    private void set() {
        if (in.take("SELECT")) {
            if (startsRows()) {
                add(Clause.SELECT);
            }
        } else if (verb.equals("UPDATE") && columns.isEmpty() && in.take("SET")) {
            assigning = true;
            assigned();
        } else {
            in.advance();
        }
    }

    private void assigned() {
        if (!in.takeSymbol('(')) {
            columns.add(in.name("a column"));
            return;
        }
        do {
            columns.add(in.name("a column"));
            while (!in.atEnd() && !in.isSymbol(',') && !in.isSymbol(')')) {
                in.pass();
            }
        } while (in.takeSymbol(','));
        in.expect(')');
    }

    private void where() {
        if (!in.take("WHERE")) {
            in.advance();
            return;
        }
        add(Clause.WHERE);
        assigning = false;
        if (verb.equals("UPDATE") || verb.equals("DELETE")) {
            Expression condition = in.clause("a condition", () -> in.is("RETURNING"));
            where = Optional.of(condition);
            if (condition.has("SELECT")) {
                add(Clause.SUBQUERY);
            }
        }
    }

    private void add(Clause clause) {
        clauses.add(clause);
    }

    private Set<Clause> clauses() {
        Set<Clause> found = known.get(clauses);
        if (found == null) {
            found = Set.copyOf(clauses);
            known.put(found, found);
        }
        return found;
    }
}
