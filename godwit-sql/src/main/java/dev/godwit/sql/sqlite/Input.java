package dev.godwit.sql.sqlite;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Reads what all statements of SQLite are made of; what must be there and is not ends the reading. */
final class Input {
    private static final int LONGEST_SHOWN = 40;

    private final Cursor cursor;

    Input(Cursor cursor) {
        this.cursor = cursor;
    }

    Cursor cursor() {
        return cursor;
    }

    SourceSpan span() {
        return cursor.span();
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

    boolean takeSymbol(char symbol) {
        return cursor.takeSymbol(symbol);
    }

    void expect(String... keywords) {
        for (String keyword : keywords) {
            if (!cursor.take(keyword)) {
                throw missing(keyword);
            }
        }
    }

    void expectSymbol(char symbol) {
        if (!cursor.takeSymbol(symbol)) {
            throw missing("\"" + symbol + "\"");
        }
    }

    void expectEnd() {
        if (!cursor.atEnd()) {
            throw missing("the end");
        }
    }

    /** Returns what ends the reading where {@code what} must stand. */
    Unreadable missing(String what) {
        String text = cursor.text();
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new Unreadable(
                "SQLite needs %s where %s stands".formatted(what, cursor.atEnd() ? "the end" : "\"" + shown + "\""));
    }

    Identifier name(String what) {
        return cursor.identifier().orElseThrow(() -> missing(what));
    }

    /** Reads a name with the database before it, if there is one. */
    QualifiedName qualified(String what) {
        Identifier first = name(what);
        return takeSymbol('.') ? new QualifiedName(List.of(first, name(what))) : new QualifiedName(List.of(first));
    }

    Guard ifExists() {
        return guard(Guard.IF_EXISTS, "IF", "EXISTS");
    }

    Guard ifNotExists() {
        return guard(Guard.IF_NOT_EXISTS, "IF", "NOT", "EXISTS");
    }

    private Guard guard(Guard guard, String... words) {
        return cursor.take(words) ? guard : Guard.NONE;
    }

    /** Reads items between commas in parentheses. */
    <T> List<T> list(Supplier<T> item) {
        expectSymbol('(');
        List<T> items = new ArrayList<>(2);
        do {
            items.add(item.get());
        } while (takeSymbol(','));
        expectSymbol(')');
        return items;
    }

    /** Reads a pair of parentheses and returns what is in it. */
    Expression inParentheses(String what) {
        Expression inner = cursor.runs().inParentheses().orElseThrow(() -> missing("\"(\""));
        if (inner.tokens().isEmpty()) {
            throw missing(what);
        }
        return inner;
    }

    /** Reads up to a comma, a closing parenthesis or where {@code stop} says so. */
    Expression run(String what, BooleanSupplier stop) {
        return cursor.runs().upTo(stop).orElseThrow(() -> missing(what));
    }

    /** Reads all that is left. */
    Expression rest(String what) {
        return cursor.runs().toEnd().orElseThrow(() -> missing(what));
    }

    boolean atWord() {
        return cursor.token() == Token.WORD;
    }

    Optional<String> oneOf(String... keywords) {
        for (String keyword : keywords) {
            if (cursor.take(keyword)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }
}
