package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of one statement, and what the readers of its parts share; what is demanded and missing is {@link Unreadable}. */
final class Input {
    private static final int LONGEST_SHOWN = 40;

    private final Cursor cursor;
    private final Product product;

    Input(Cursor cursor, Product product) {
        this.cursor = cursor;
        this.product = product;
    }

    Cursor cursor() {
        return cursor;
    }

    boolean mariadb() {
        return product == Product.MARIADB;
    }

    Product product() {
        return product;
    }

    boolean is(String keyword) {
        return cursor.is(keyword);
    }

    boolean isSymbol(char symbol) {
        return cursor.isSymbol(symbol);
    }

    boolean sees(String... keywords) {
        return cursor.sees(keywords);
    }

    boolean take(String keyword) {
        return cursor.take(keyword);
    }

    boolean take(String... keywords) {
        return cursor.take(keywords);
    }

    boolean takeSymbol(char symbol) {
        return cursor.takeSymbol(symbol);
    }

    /** Takes one of two words that mean the same. */
    boolean takeEither(String one, String other) {
        return cursor.take(one) || cursor.take(other);
    }

    /** Makes the failure that something else was expected. */
    Unreadable expected(String what) {
        if (cursor.atEnd()) {
            return new Unreadable(what + " is expected, not the end");
        }
        String text = cursor.text();
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new Unreadable("%s is expected, not \"%s\"".formatted(what, shown));
    }

    void expect(String keyword) {
        if (!cursor.take(keyword)) {
            throw expected(keyword);
        }
    }

    void expect(String... keywords) {
        for (String keyword : keywords) {
            expect(keyword);
        }
    }

    void expectSymbol(char symbol) {
        if (!cursor.takeSymbol(symbol)) {
            throw expected("\"" + symbol + "\"");
        }
    }

    void expectEnd() {
        if (!cursor.atEnd()) {
            throw expected("the end");
        }
    }

    /** Reads {@code IF EXISTS} or nothing. */
    Guard ifExists() {
        return cursor.take("IF", "EXISTS") ? Guard.IF_EXISTS : Guard.NONE;
    }

    /** Reads {@code IF NOT EXISTS} or nothing. */
    Guard ifNotExists() {
        return cursor.take("IF", "NOT", "EXISTS") ? Guard.IF_NOT_EXISTS : Guard.NONE;
    }

    /** Reads {@code IF EXISTS} where MariaDB alone has it. */
    Guard mariadbIfExists() {
        return mariadb() ? ifExists() : Guard.NONE;
    }

    /** Reads {@code IF NOT EXISTS} where MariaDB alone has it. */
    Guard mariadbIfNotExists() {
        return mariadb() ? ifNotExists() : Guard.NONE;
    }

    /** Tells whether a name comes next. */
    boolean atName() {
        return switch (cursor.token()) {
            case WORD -> !ReservedWords.isReserved(cursor.upper(), product);
            case QUOTED_NAME -> true;
            case STRING -> cursor.first() == '"';
            case NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END -> false;
        };
    }

    Identifier identifier(String what) {
        if (!atName()) {
            throw expected(what);
        }
        return cursor.identifier().orElseThrow(() -> expected(what));
    }

    /** Reads a name with its qualifiers; a word behind a dot is never reserved. */
    QualifiedName name(String what) {
        if (mariadb()) {
            cursor.takeSymbol('.');
        }
        if (!atName()) {
            throw expected(what);
        }
        QualifiedName name = cursor.name().orElseThrow(() -> expected(what));
        if (name.parts().size() > 2) {
            throw new Unreadable("%s has no more than one qualifier".formatted(what));
        }
        return name;
    }

    /** Reads a name that may also be written as a string. */
    QualifiedName nameOrText(String what) {
        return cursor.token() == Token.STRING ? new QualifiedName(List.of(new Identifier(string(what)))) : name(what);
    }

    /** Reads one or more names between commas. */
    List<QualifiedName> names(String what) {
        List<QualifiedName> names = new ArrayList<>(1);
        do {
            names.add(name(what));
        } while (cursor.takeSymbol(','));
        return names;
    }

    /** Reads one or more plain names between commas. */
    List<Identifier> identifiers(String what) {
        List<Identifier> names = new ArrayList<>(1);
        do {
            names.add(identifier(what));
        } while (cursor.takeSymbol(','));
        return names;
    }

    /** Reads names in parentheses. */
    List<Identifier> identifiersInParentheses(String what) {
        expectSymbol('(');
        List<Identifier> names = identifiers(what);
        expectSymbol(')');
        return names;
    }

    /** Reads a string literal and returns its value. */
    String string(String what) {
        if (cursor.token() != Token.STRING) {
            throw expected(what);
        }
        String value = MysqlText.value(cursor.text(), cursor.backslash());
        cursor.advance();
        return value;
    }

    /** Reads one token as a run. */
    Expression token(String what) {
        if (cursor.atEnd() || cursor.token() == Token.SYMBOL) {
            throw expected(what);
        }
        int mark = cursor.mark();
        return cursor.runs().before(mark + 1);
    }

    // MariaDB cuts off what stands behind a dot.
    private Expression number(String what) {
        int mark = cursor.mark();
        token(what);
        if (cursor.isSymbol('.') && cursor.mark() == cursor.passed()) {
            cursor.advance();
            token(what);
        }
        int end = cursor.passed();
        cursor.seek(mark);
        return cursor.runs().before(end);
    }

    /** Reads a pair of parentheses and returns what is in it, which is something. */
    Expression inParentheses(String what) {
        Expression content = cursor.runs().inParentheses().orElseThrow(() -> expected(what + " in parentheses"));
        if (content.tokens().isEmpty()) {
            throw new Unreadable(what + " is expected in the parentheses");
        }
        return content;
    }

    /** Tells whether a query comes next, which may stand in parentheses. */
    boolean atQuery() {
        if (!cursor.isSymbol('(')) {
            return switch (cursor.upper()) {
                case "SELECT" -> true;
                case "VALUES" -> mariadb() != cursor.sees("VALUES", "ROW");
                case "TABLE" -> !mariadb();
                case "WITH" -> atCommonTable();
                default -> false;
            };
        }
        int mark = cursor.mark();
        cursor.skipSymbols('(');
        boolean query = atQuery();
        cursor.seek(mark);
        return query;
    }

    private boolean atCommonTable() {
        int mark = cursor.mark();
        cursor.advance();
        cursor.take("RECURSIVE");
        boolean common = atName();
        cursor.advance();
        common &= cursor.is("AS") || cursor.isSymbol('(');
        cursor.seek(mark);
        return common;
    }

    /** Reads the name of a column; MariaDB takes it with those of its table and database. */
    Identifier column() {
        if (!mariadb() || !atName()) {
            return identifier("a column");
        }
        return cursor.name().orElseThrow(() -> expected("a column")).last();
    }

    /** Passes over the next token, or over all that stands in parentheses. */
    void pass() {
        if (cursor.isSymbol('(')) {
            passParentheses();
        } else {
            cursor.advance();
        }
    }

    /** Passes over a pair of parentheses with all that is in it. */
    void passParentheses() {
        if (!cursor.isSymbol('(')) {
            throw expected("\"(\"");
        }
        if (!cursor.skipParentheses()) {
            throw expected("\")\"");
        }
    }

    /** Reads all that is left, which is something whose parentheses match. */
    Expression rest(String what) {
        if (cursor.atEnd()) {
            throw expected(what);
        }
        int mark = cursor.mark();
        passMatching();
        cursor.seek(mark);
        return cursor.runs().toEnd().orElseThrow(() -> expected(what));
    }

    /** Passes over all that is left; a parenthesis without its partner is unreadable. */
    void passMatching() {
        int depth = 0;
        while (!cursor.atEnd()) {
            depth += cursor.isSymbol('(') ? 1 : cursor.isSymbol(')') ? -1 : 0;
            if (depth < 0) {
                throw expected("the end");
            }
            cursor.advance();
        }
        if (depth > 0) {
            throw expected("\")\"");
        }
    }

    /** Reads {@code WAIT n} or {@code NOWAIT}, which MariaDB alone has, in upper case. */
    Optional<Option> waiting() {
        if (!mariadb()) {
            return Optional.empty();
        }
        if (cursor.take("NOWAIT")) {
            return Optional.of(new Option("NOWAIT", Optional.empty()));
        }
        return cursor.take("WAIT")
                ? Optional.of(new Option("WAIT", Optional.of(number("a number of seconds"))))
                : Optional.empty();
    }

    /** Reads {@code WAIT n} or {@code NOWAIT} as one text. */
    Optional<String> waitingText() {
        return waiting()
                .map(option -> option.name()
                        + option.value().map(value -> " " + value.text()).orElse(""));
    }

    /** Returns the span from {@code start} to the last token that was passed over. */
    SourceSpan since(int start) {
        return new SourceSpan(start, Math.max(start, cursor.passed()));
    }
}
