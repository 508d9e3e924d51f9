package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Phrases;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads what all statements of PostgreSQL are made of; what must be there and is not ends the reading. */
final class PostgresReader {
    private final Cursor cursor;
    private final PostgresLiterals literals;

    PostgresReader(Cursor cursor) {
        this.cursor = cursor;
        this.literals = new PostgresLiterals(cursor);
    }

    void open(SourceSpan statement) {
        cursor.open(statement);
    }

    ByteWindow bytes() {
        return cursor.bytes();
    }

    SourceSpan span() {
        return cursor.span();
    }

    int mark() {
        return cursor.mark();
    }

    long place() {
        return cursor.place();
    }

    void back(long place) {
        cursor.back(place);
    }

    SourceSpan since(int mark) {
        return cursor.spanSince(mark);
    }

    Expression textSince(int mark) {
        return cursor.runs().since(mark);
    }

    Token token() {
        return cursor.token();
    }

    boolean atEnd() {
        return cursor.atEnd();
    }

    String upper() {
        return cursor.upper();
    }

    String text() {
        return cursor.text();
    }

    Optional<String> rest() {
        return cursor.rest();
    }

    /** Returns the first byte of the next token. */
    int first() {
        return cursor.first();
    }

    void advance() {
        cursor.advance();
    }

    /** Passes over the next token, or over all that stands in parentheses. */
    void pass() {
        cursor.pass();
    }

    void skipToEnd() {
        while (!cursor.atEnd()) {
            cursor.advance();
        }
    }

    boolean is(String keyword) {
        return cursor.is(keyword);
    }

    boolean isSymbol(char symbol) {
        return cursor.isSymbol(symbol);
    }

    boolean take(String keyword) {
        return cursor.take(keyword);
    }

    boolean take(String first, String second) {
        return cursor.is(first) && cursor.take(first, second);
    }

    boolean take(String first, String second, String third) {
        return cursor.is(first) && cursor.take(first, second, third);
    }

    Optional<String> phrase(Phrases phrases) {
        return phrases.take(cursor);
    }

    boolean takeSymbol(char symbol) {
        return cursor.takeSymbol(symbol);
    }

    /** Tells whether {@code second} follows the next token. */
    boolean then(String second) {
        long place = cursor.place();
        cursor.advance();
        boolean is = cursor.is(second);
        cursor.back(place);
        return is;
    }

    /** Tells whether {@code symbol} follows the next token. */
    boolean thenSymbol(char symbol) {
        long place = cursor.place();
        cursor.advance();
        boolean is = cursor.isSymbol(symbol);
        cursor.back(place);
        return is;
    }

    void expect(String keyword) {
        if (!cursor.take(keyword)) {
            throw missing(keyword);
        }
    }

    void expect(String first, String second) {
        expect(first);
        expect(second);
    }

    void expect(char symbol) {
        if (!cursor.takeSymbol(symbol)) {
            throw missing("\"" + symbol + '"');
        }
    }

    /** Returns the next word, which must be one of {@code words}. */
    String oneOf(String what, String... words) {
        for (String word : words) {
            if (cursor.take(word)) {
                return word;
            }
        }
        throw missing(what);
    }

    /** Says that {@code what} does not stand where it must. */
    UnreadableException missing(String what) {
        return UnreadableException.missing(what, text());
    }

    // No lambda: each of them would cost a cold start a class.
    private <T> T present(Optional<T> read, String what) {
        if (read.isEmpty()) {
            throw missing(what);
        }
        return read.get();
    }

    /** Says that the next token must not stand where it does. */
    UnreadableException unexpected() {
        return UnreadableException.unexpected(text());
    }

    Guard ifNotExists() {
        return cursor.take("IF", "NOT", "EXISTS") ? Guard.IF_NOT_EXISTS : Guard.NONE;
    }

    Guard ifExists() {
        return take("IF", "EXISTS") ? Guard.IF_EXISTS : Guard.NONE;
    }

    Behavior behavior() {
        if (cursor.take("CASCADE")) {
            return Behavior.CASCADE;
        }
        return cursor.take("RESTRICT") ? Behavior.RESTRICT : Behavior.UNSAID;
    }

    /** Tells whether a name that can be a table or a column comes next. */
    boolean atName() {
        return switch (cursor.token()) {
            case WORD -> PostgresWords.canBeColumn(PostgresNames.lower(cursor.text()));
            case QUOTED_NAME -> true;
            case STRING, NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END ->
                false;
        };
    }

    /** Reads a name that can be a table or a column. */
    Identifier name(String what) {
        if (cursor.token() == Token.QUOTED_NAME) {
            return label(what);
        }
        Identifier read = cursor.token() == Token.WORD ? peeked() : new Identifier("");
        if (read.name().isEmpty() || !PostgresWords.canBeColumn(read.name())) {
            throw missing(what);
        }
        cursor.advance();
        return read;
    }

    private Identifier peeked() {
        return new Identifier(PostgresNames.folded(cursor.text()));
    }

    /** Reads a name that can be a type or a function. */
    Identifier word(String what) {
        if (cursor.token() == Token.WORD && PostgresWords.reserved(PostgresNames.lower(cursor.text()))) {
            throw missing(what);
        }
        return label(what);
    }

    /** Reads a name that may be any keyword, as behind a dot. */
    Identifier label(String what) {
        boolean name = cursor.token() == Token.WORD || cursor.token() == Token.QUOTED_NAME;
        String text = cursor.token() == Token.QUOTED_NAME ? cursor.text() : "";
        Identifier read = present(name ? cursor.identifier() : Optional.empty(), what);
        boolean escaped = !text.isEmpty() && text.charAt(0) != '"' && cursor.take("UESCAPE");
        return escaped ? new Identifier(PostgresNames.unicode(text, literals.escape())) : read;
    }

    /** Reads a role; the keywords that stand for one become their lower-case names. */
    Identifier role() {
        if (cursor.token() == Token.WORD && PostgresRoles.keyword(PostgresNames.lower(cursor.text()))) {
            return label("a role");
        }
        boolean quoted = cursor.token() == Token.QUOTED_NAME;
        Identifier role = word("a role");
        if (quoted && PostgresRoles.keyword(role.name())) {
            throw new UnreadableException("a role that is called \"%s\" looks like the keyword".formatted(role));
        }
        return role;
    }

    QualifiedName qualified(String what) {
        return qualify(name(what));
    }

    /** Reads a name that can be a type or a function, and what it is qualified with. */
    QualifiedName qualifiedWord(String what) {
        return qualify(word(what));
    }

    /** Reads a name of which every part may be any keyword. */
    QualifiedName qualifiedLabel(String what) {
        return qualify(label(what));
    }

    private QualifiedName qualify(Identifier first) {
        if (!cursor.isSymbol('.')) {
            return new QualifiedName(List.of(first));
        }
        List<Identifier> parts = new ArrayList<>(2);
        parts.add(first);
        while (cursor.takeSymbol('.')) {
            parts.add(label("a name"));
        }
        return new QualifiedName(parts);
    }

    List<QualifiedName> qualifiedList(String what) {
        List<QualifiedName> names = new ArrayList<>(1);
        do {
            names.add(qualified(what));
        } while (cursor.takeSymbol(','));
        return names;
    }

    Scope only() {
        return cursor.take("ONLY") ? Scope.ONLY : Scope.WITH_CHILDREN;
    }

    /** Reads a table of which children may be left out: {@code ONLY t}, {@code ONLY (t)}, {@code t *}; the scope was read before. */
    QualifiedName relation(Scope scope) {
        boolean wrapped = scope == Scope.ONLY && cursor.takeSymbol('(');
        QualifiedName table = qualified("a table");
        if (wrapped) {
            expect(')');
        } else if (scope == Scope.WITH_CHILDREN) {
            cursor.takeSymbol('*');
        }
        return table;
    }

    /** Reads names in parentheses. */
    List<Identifier> columns() {
        expect('(');
        List<Identifier> columns = new ArrayList<>();
        do {
            columns.add(name("a column"));
        } while (cursor.takeSymbol(','));
        expect(')');
        return columns;
    }

    /** Reads a string, which may go on in quotes on the next line, and returns its value. */
    String string(String what) {
        return literals.string(what);
    }

    boolean isNumber() {
        return literals.isNumber();
    }

    /** Reads a number with its sign. */
    Expression number() {
        return literals.number();
    }

    /** Reads what stands in a pair of parentheses, which must not be nothing. */
    Expression inParentheses(String what) {
        if (!cursor.isSymbol('(')) {
            throw missing("\"(\"");
        }
        Expression read = present(cursor.runs().inParentheses(), "\")\"");
        if (read.tokens().isEmpty()) {
            throw missing(what + " in the parentheses");
        }
        return read;
    }

    /** Reads what stands in a pair of parentheses, which may be nothing. */
    Expression possiblyEmptyParentheses() {
        return present(cursor.runs().inParentheses(), "\"(\"");
    }

    /** Reads up to a comma, a closing parenthesis or where {@code stop} says. */
    Expression expression(String what, BooleanSupplier stop) {
        return present(cursor.runs().upTo(stop), what);
    }

    /** Reads up to a comma or a closing parenthesis. */
    Expression expression(String what) {
        return expression(what, Stop.NEVER);
    }

    /** Reads one token, or a pair of parentheses with all that is in it. */
    Expression piece(String what) {
        return expression(what, Stop.AT_ONCE);
    }

    /** Reads up to a closing parenthesis or where {@code stop} says. */
    Expression clause(String what, BooleanSupplier stop) {
        return present(cursor.runs().clause(stop), what);
    }

    /** Reads all that is left. */
    Expression all(String what) {
        return present(cursor.runs().toEnd(), what);
    }
}
