package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;

/**
 * Reads values that stand without parentheses: literals with their signs, names, calls. What follows a value decides where it ends, so an
 * operator between two of them is not part of it (MySQL 8.0 manual, 13.6; MariaDB's column_default_expr).
 */
final class ValueReader {
    private final Input in;
    private final Cursor cursor;

    ValueReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Reads one value. */
    Expression value(String what) {
        int mark = cursor.mark();
        pass(what);
        int end = cursor.passed();
        cursor.seek(mark);
        return cursor.runs().before(end);
    }

    /** Reads a value of a column; in MySQL any other than a literal and the current time stands in parentheses. */
    Expression ofColumn(String what) {
        return isNow() ? now() : constant(what);
    }

    /** Reads a value of a column that is not the current time. */
    Expression constant(String what) {
        boolean word = cursor.token() == Token.WORD || cursor.token() == Token.QUOTED_NAME;
        boolean variable = cursor.isSymbol('@') || cursor.isSymbol('?');
        if (!in.mariadb() && (variable || (word && !isLiteral()))) {
            throw in.expected(what);
        }
        return value(what);
    }

    // Among the literals are 0x1F, _utf8'text', x'1F' and DATE'2020-01-01'.
    private boolean isLiteral() {
        boolean literal = switch (cursor.upper()) {
            case "NULL", "TRUE", "FALSE" -> true;
            default -> isDigit((char) cursor.first());
        };
        if (literal || cursor.token() != Token.WORD) {
            return literal;
        }
        int mark = cursor.mark();
        boolean introduces = cursor.first() == '_';
        cursor.advance();
        literal = cursor.token() == Token.STRING || introduces;
        cursor.seek(mark);
        return literal;
    }

    private boolean isNow() {
        return switch (cursor.upper()) {
            case "CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP" -> true;
            default -> false;
        };
    }

    /** Reads the current time. */
    Expression now() {
        if (!isNow()) {
            throw in.expected("CURRENT_TIMESTAMP");
        }
        boolean call = cursor.is("NOW");
        Expression now = value("CURRENT_TIMESTAMP");
        if (call && now.tokens().size() == 1 && !in.mariadb()) {
            throw in.expected("\"(\"");
        }
        return now;
    }

    private void pass(String what) {
        boolean signed = cursor.takeSymbol('-') || cursor.takeSymbol('+');
        if (signed && !atNumber()) {
            throw in.expected("a number");
        }
        switch (cursor.token()) {
            case NUMBER -> number();
            case STRING -> strings();
            case QUOTED_NAME -> nameOrCall();
            case WORD -> word(what);
            case SYMBOL -> symbol(what);
            case TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END -> throw in.expected(what);
        }
    }

    private boolean atNumber() {
        return cursor.token() == Token.NUMBER || cursor.isSymbol('.') || isDigit((char) cursor.first());
    }

    // A number comes in pieces: 1 . 5e + 10.
    private void number() {
        boolean exponent = endsWithExponent();
        cursor.advance();
        if (cursor.isSymbol('.') && touches()) {
            cursor.advance();
            if ((cursor.token() == Token.NUMBER || cursor.token() == Token.WORD) && touches()) {
                exponent = endsWithExponent();
                cursor.advance();
            }
        }
        exponent(exponent);
    }

    private void exponent(boolean open) {
        boolean sign = cursor.isSymbol('+') || cursor.isSymbol('-');
        if (open && sign && touches()) {
            cursor.advance();
            cursor.advance();
        }
    }

    private boolean touches() {
        return cursor.mark() == cursor.passed();
    }

    private boolean endsWithExponent() {
        String text = cursor.text();
        return isDigit(text.charAt(0)) && (text.endsWith("e") || text.endsWith("E"));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void strings() {
        do {
            cursor.advance();
        } while (cursor.token() == Token.STRING);
    }

    private void word(String what) {
        if (isDigit((char) cursor.first())) {
            number();
        } else if (cursor.is("CASE")) {
            caseExpression();
        } else if (cursor.take("BINARY")) {
            pass(what);
        } else if (cursor.take("NEXT", "VALUE", "FOR") || cursor.take("PREVIOUS", "VALUE", "FOR")) {
            in.name("a sequence");
        } else {
            nameOrCall();
        }
    }

    // Also _utf8'text', x'4D', TIMESTAMP'2020-01-01', s.nextval, NOW(6), CAST(…).
    private void nameOrCall() {
        boolean introduces = cursor.first() == '_';
        cursor.advance();
        if (introduces && cursor.token() == Token.WORD && isHexadecimal()) {
            cursor.advance();
        }
        while (cursor.isSymbol('.')) {
            cursor.advance();
            cursor.advance();
        }
        if (cursor.token() == Token.STRING) {
            strings();
            return;
        }
        parentheses();
        if (cursor.take("OVER")) {
            parentheses();
        }
    }

    private boolean isHexadecimal() {
        return cursor.is("X") || cursor.is("B") || isDigit((char) cursor.first());
    }

    private void parentheses() {
        if (cursor.isSymbol('(')) {
            in.passParentheses();
        }
    }

    private void caseExpression() {
        int depth = 0;
        do {
            if (cursor.is("CASE")) {
                depth++;
            } else if (cursor.is("END")) {
                depth--;
            }
            cursor.pass();
        } while (depth > 0 && !cursor.atEnd());
    }

    private void symbol(String what) {
        if (cursor.isSymbol('(')) {
            parentheses();
        } else if (cursor.takeSymbol('@')) {
            cursor.takeSymbol('@');
            nameOrCall();
        } else if (cursor.takeSymbol('.')) {
            exponent(cursor.token() == Token.WORD && endsWithExponent());
            cursor.advance();
        } else if (cursor.takeSymbol('\\')) {
            cursor.advance();
        } else if (!cursor.takeSymbol('?')) {
            throw in.expected(what);
        }
    }
}
