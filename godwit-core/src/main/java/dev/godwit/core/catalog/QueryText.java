package dev.godwit.core.catalog;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds in the tokens of a query what it reads and yields. */
final class QueryText {
    private static final Set<String> ENDS = Set.of(
            "WHERE",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "WINDOW",
            "FOR",
            "OFFSET",
            "FETCH");

    private final List<Lexeme> tokens;
    private final Set<QualifiedName> relations = new LinkedHashSet<>();
    private final Set<String> common = new HashSet<>();

    private QueryText(List<Lexeme> tokens) {
        this.tokens = tokens;
    }

    /** Returns the tables and views behind FROM and JOIN at any depth, without the names that WITH gives. */
    static Set<QualifiedName> relations(Expression query) {
        QueryText text = new QueryText(query.tokens());
        text.read();
        text.relations.removeIf(name ->
                name.parts().size() == 1 && text.common.contains(name.last().name()));
        return text.relations;
    }

    private void read() {
        // whether a FROM is open at this depth of parentheses; a comma there is followed by another relation
        List<Boolean> open = new ArrayList<>();
        open.add(false);
        for (int i = 0; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            if (token.isSymbol("(")) {
                open.add(open.getLast() && follows(i));
                relation(i, open.getLast());
            } else if (token.isSymbol(")") && open.size() > 1) {
                open.removeLast();
            } else if (token.is("FROM") || token.is("JOIN")) {
                open.set(open.size() - 1, true);
                relation(i, true);
            } else if (token.isSymbol(",")) {
                relation(i, open.getLast());
            } else if ((token.kind() == Lexeme.Kind.WORD && ENDS.contains(upper(token))) || token.is("SELECT")) {
                open.set(open.size() - 1, false);
            } else if (token.is("AS") && i > 0 && isQuery(i)) {
                common.add(tokens.get(i - 1).isName() ? tokens.get(i - 1).text() : "");
            }
        }
    }

    private static String upper(Lexeme token) {
        return token.text().toUpperCase(java.util.Locale.ROOT);
    }

    /** Tells whether a parenthesis holds joined relations: it stands where one is expected. */
    private boolean follows(int parenthesis) {
        if (parenthesis == 0) {
            return false;
        }
        Lexeme before = tokens.get(parenthesis - 1);
        return before.is("FROM") || before.is("JOIN") || before.isSymbol(",") || before.isSymbol("(");
    }

    private boolean isQuery(int as) {
        int next = as + 1;
        while (next < tokens.size()
                && (tokens.get(next).is("NOT") || tokens.get(next).is("MATERIALIZED"))) {
            next++;
        }
        return next + 1 < tokens.size()
                && tokens.get(next).isSymbol("(")
                && (tokens.get(next + 1).is("SELECT")
                        || tokens.get(next + 1).is("WITH")
                        || tokens.get(next + 1).is("VALUES"));
    }

    private void relation(int before, boolean expected) {
        int at = before + 1;
        if (!expected) {
            return;
        }
        while (at < tokens.size()
                && (tokens.get(at).is("ONLY") || tokens.get(at).is("LATERAL"))) {
            at++;
        }
        List<Identifier> parts = new ArrayList<>(2);
        while (at < tokens.size() && tokens.get(at).isName()) {
            parts.add(new Identifier(tokens.get(at).text()));
            boolean dotted = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".");
            at += dotted ? 2 : 1;
            if (!dotted) {
                break;
            }
        }
        boolean called = at < tokens.size() && tokens.get(at).isSymbol("(");
        boolean keyword = parts.size() == 1
                && (tokens.get(before + 1).is("SELECT")
                        || tokens.get(before + 1).is("VALUES")
                        || tokens.get(before + 1).is("WITH"));
        if (!parts.isEmpty() && !called && !keyword) {
            relations.add(new QualifiedName(parts));
        }
    }

    /** Returns the names of the columns that the query yields, up to the first that cannot be told. */
    static List<Identifier> columns(Expression query) {
        List<Lexeme> list = selected(query.tokens());
        List<Identifier> columns = new ArrayList<>();
        for (List<Lexeme> item : Tokens.parts(list)) {
            Optional<Identifier> name = name(item);
            if (name.isEmpty()) {
                return columns;
            }
            columns.add(name.get());
        }
        return columns;
    }

    private static List<Lexeme> selected(List<Lexeme> tokens) {
        int start = 0;
        int depth = 0;
        boolean inside = false;
        for (int i = 0; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && !inside && token.is("SELECT")) {
                inside = true;
                start = i + 1;
            } else if (depth == 0 && inside && (token.is("FROM") || token.is("UNION"))) {
                return tokens.subList(start, i);
            }
        }
        return inside ? tokens.subList(start, tokens.size()) : List.of();
    }

    private static Optional<Identifier> name(List<Lexeme> item) {
        Lexeme last = item.isEmpty() ? new Lexeme(Lexeme.Kind.SYMBOL, "") : item.getLast();
        boolean plain = item.size() == 1
                || (item.size() > 1
                        && (item.get(item.size() - 2).is("AS")
                                || item.get(item.size() - 2).isSymbol(".")
                                || item.get(item.size() - 2).isSymbol(")")));
        boolean end = last.is("END") || last.is("NULL") || last.is("TRUE") || last.is("FALSE");
        return plain && last.isName() && !end ? Optional.of(new Identifier(last.text())) : Optional.empty();
    }
}
