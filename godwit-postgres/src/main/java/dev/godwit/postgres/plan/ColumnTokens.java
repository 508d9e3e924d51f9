package dev.godwit.postgres.plan;

import dev.godwit.core.plan.SqlText;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Puts one column in the place of another, token by token, in what the server itself has written out about one table. */
record ColumnTokens(SqlText sql, Identifier from, Identifier to) {
    Expression in(Expression expression) {
        if (!expression.mentions(from)) {
            return expression;
        }
        List<Lexeme> tokens = expression.tokens();
        var text = new StringJoiner(" ");
        for (int i = 0; i < tokens.size(); i++) {
            text.add(isColumn(tokens, i) ? sql.name(to) : written(tokens.get(i)));
        }
        return sql.expression(text.toString());
    }

    // Within one table's expressions a name is a column unless it is called, qualified, or names a type or collation.
    private boolean isColumn(List<Lexeme> tokens, int at) {
        Lexeme token = tokens.get(at);
        if (!token.isName() || !token.text().equals(from.name())) {
            return false;
        }
        boolean called = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("(");
        if (called || at == 0) {
            return !called;
        }
        Lexeme before = tokens.get(at - 1);
        return !before.isSymbol(".") && !before.isSymbol("::") && !before.is("COLLATE") && !before.is("AS");
    }

    private String written(Lexeme token) {
        return token.kind() == Lexeme.Kind.NAME ? sql.name(token.text()) : token.text();
    }

    List<Identifier> in(List<Identifier> columns) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }

    List<IndexElement> elements(List<IndexElement> elements) {
        return elements.stream().map(this::element).toList();
    }

    private IndexElement element(IndexElement element) {
        return new IndexElement(
                element.column().map(column -> column.equals(from) ? to : column),
                element.expression().map(this::in),
                element.length(),
                element.collation(),
                element.operatorClass(),
                element.order());
    }

    Optional<Expression> in(Optional<Expression> expression) {
        return expression.map(this::in);
    }
}
