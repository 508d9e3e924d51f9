package dev.godwit.sql.postgres;

import dev.godwit.sql.Expression;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;

/** Reads strings and numbers. */
final class PostgresLiterals {
    private final Cursor cursor;

    PostgresLiterals(Cursor cursor) {
        this.cursor = cursor;
    }

    private UnreadableException missing(String what) {
        return UnreadableException.missing(what, cursor.text());
    }

    /** Reads a string, which may go on in quotes on the next line, and returns its value. */
    String string(String what) {
        if (cursor.token() != Token.STRING) {
            throw missing(what);
        }
        String literal = cursor.text();
        cursor.advance();
        boolean unicode = literal.charAt(0) == 'U' || literal.charAt(0) == 'u';
        if (unicode && cursor.take("UESCAPE")) {
            return PostgresStrings.value(literal, escape());
        }
        String value = PostgresStrings.value(literal);
        while (cursor.token() == Token.STRING && cursor.first() == '\'') {
            value += PostgresStrings.value(cursor.text());
            cursor.advance();
        }
        return value;
    }

    boolean isNumber() {
        return cursor.token() == Token.NUMBER || cursor.isSymbol('-') || cursor.isSymbol('+') || cursor.isSymbol('.');
    }

    /** Reads a number with its sign. */
    Expression number() {
        int mark = cursor.mark();
        if (!cursor.takeSymbol('-')) {
            cursor.takeSymbol('+');
        }
        boolean digits = cursor.token() == Token.NUMBER;
        if (digits) {
            cursor.advance();
        }
        if (cursor.takeSymbol('.') && cursor.token() == Token.NUMBER) {
            digits = true;
            cursor.advance();
        }
        if (!digits) {
            throw missing("a number");
        }
        return cursor.runs().since(mark);
    }

    /** Reads what stands behind UESCAPE. */
    char escape() {
        String escape = string("an escape character");
        if (escape.length() != 1) {
            throw new UnreadableException("an escape character is one character");
        }
        return escape.charAt(0);
    }
}
