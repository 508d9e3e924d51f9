package dev.godwit.postgres.effect;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the relations that a query reads from, by the tokens of its text. */
final class QueryTables {
    private QueryTables() {}

    /** Returns the tables and materialized views that have rows and stand where a query names what it reads. */
    static List<QualifiedName> readBy(List<Lexeme> tokens, Schema schema) {
        Set<QualifiedName> found = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("FROM")
                    || tokens.get(i).is("JOIN")
                    || tokens.get(i).is("USING")) {
                list(tokens, i + 1, schema, found);
            }
        }
        return schema.withRows(found);
    }

    /** Returns the tables that are read where these relations are named: views stand for what they read. */
    static List<QualifiedName> behind(List<QualifiedName> relations, Schema schema) {
        Set<QualifiedName> found = new LinkedHashSet<>();
        relations.forEach(relation -> add(schema.name(relation), schema, found));
        return List.copyOf(found);
    }

    private static void list(List<Lexeme> tokens, int start, Schema schema, Set<QualifiedName> found) {
        int at = start;
        while (at < tokens.size()) {
            at += tokens.get(at).is("ONLY") || tokens.get(at).is("LATERAL") ? 1 : 0;
            List<Identifier> parts = new ArrayList<>();
            while (at < tokens.size() && tokens.get(at).isName()) {
                parts.add(new Identifier(tokens.get(at++).text()));
                if (at < tokens.size() && tokens.get(at).isSymbol(".")) {
                    at++;
                } else {
                    break;
                }
            }
            boolean isCall = at < tokens.size() && tokens.get(at).isSymbol("(");
            if (!parts.isEmpty() && !isCall) {
                add(schema.name(new QualifiedName(parts)), schema, found);
            }
            at = nextInList(tokens, at);
        }
    }

    // The next relation of a list stands behind a comma, after an alias at most.
    private static int nextInList(List<Lexeme> tokens, int start) {
        int at = start;
        while (at < tokens.size() && tokens.get(at).isName() && !isClause(tokens.get(at))) {
            at++;
        }
        return at < tokens.size() && tokens.get(at).isSymbol(",") ? at + 1 : tokens.size();
    }

    private static boolean isClause(Lexeme token) {
        return token.is("WHERE") || token.is("JOIN") || token.is("ON") || token.is("GROUP") || token.is("ORDER");
    }

    private static void add(QualifiedName name, Schema schema, Set<QualifiedName> found) {
        if (schema.catalog()
                .view(name)
                .filter(view -> view.kind().equals("VIEW"))
                .isPresent()) {
            schema.catalog().view(name).ifPresent(view -> view.reads().forEach(read -> add(read, schema, found)));
        } else if (schema.isKnown(name)) {
            found.addAll(schema.family(name));
        }
    }
}
