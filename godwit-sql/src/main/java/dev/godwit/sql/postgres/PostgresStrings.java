package dev.godwit.sql.postgres;

import java.util.Locale;

/** What string literals say. Written without regular expressions, which every cold start would pay for. */
final class PostgresStrings {
    private static final int MOST_OCTAL = 3;

    private final String text;
    private final char escape;
    private final StringBuilder value = new StringBuilder();
    private int at;

    private PostgresStrings(String text, char escape) {
        this.text = text;
        this.escape = escape;
    }

    /** Returns the value of {@code U&'…' UESCAPE 'c'}. */
    static String value(String literal, char escape) {
        String inner = literal.substring(literal.indexOf('\'') + 1, literal.length() - 1);
        return unicode(inner.replace("''", "'"), escape);
    }

    /** Returns the value of a string literal in any notation. */
    static String value(String literal) {
        if (literal.startsWith("$")) {
            int body = literal.indexOf('$', 1) + 1;
            return literal.substring(body, literal.length() - body);
        }
        int quote = literal.indexOf('\'');
        String inner = literal.substring(quote + 1, literal.length() - 1);
        if (quote == 0) {
            return inner.replace("''", "'");
        }
        return switch (literal.substring(0, quote).toUpperCase(Locale.ROOT)) {
            case "E" -> new PostgresStrings(inner, '\\').escaped();
            case "U&" -> unicode(inner.replace("''", "'"));
            default -> inner.replace("''", "'");
        };
    }

    /** Replaces the escapes that {@code U&} allows. */
    static String unicode(String text) {
        return unicode(text, '\\');
    }

    /** Replaces the escapes that {@code U&} allows, which begin with {@code escape}. */
    static String unicode(String text, char escape) {
        return text.indexOf(escape) < 0 ? text : new PostgresStrings(text, escape).unicode();
    }

    private String unicode() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean read = c == escape && (code(4, 4) || longCode() || itself());
            if (!read) {
                value.append(c);
            }
        }
        return value.toString();
    }

    private boolean longCode() {
        if (at == text.length() || text.charAt(at) != '+') {
            return false;
        }
        at++;
        boolean read = code(6, 6);
        at -= read ? 0 : 1;
        return read;
    }

    private boolean itself() {
        boolean escaped = at < text.length() && text.charAt(at) == escape;
        if (escaped) {
            value.append(escape);
            at++;
        }
        return escaped;
    }

    private String escaped() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                quote();
            } else if (c == '\\' && at < text.length()) {
                escape(text.charAt(at++));
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    // A quote that is not doubled ends a line; the next one goes on behind white space.
    private void quote() {
        if (at < text.length() && text.charAt(at) == '\'') {
            value.append('\'');
            at++;
        } else {
            at = Math.max(at, text.indexOf('\'', at) + 1);
        }
    }

    private void escape(char c) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'u' -> codeOr(c, 4, 4);
            case 'U' -> codeOr(c, 8, 8);
            case 'x' -> codeOr(c, 1, 2);
            default -> {
                if (c >= '0' && c <= '7') {
                    octal(c - '0');
                } else {
                    value.append(c);
                }
            }
        }
    }

    private void octal(int first) {
        int code = first;
        int end = Math.min(text.length(), at + MOST_OCTAL - 1);
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
            code = code * 8 + text.charAt(at++) - '0';
        }
        value.appendCodePoint(code);
    }

    private void codeOr(char c, int least, int most) {
        if (!code(least, most)) {
            value.append(c);
        }
    }

    /** Reads a code point of so many hexadecimal digits; one that there is not says nothing. */
    private boolean code(int least, int most) {
        long code = 0;
        int digits = 0;
        while (digits < most && at + digits < text.length()) {
            int digit = Character.digit(text.charAt(at + digits), 16);
            if (digit < 0) {
                break;
            }
            code = code * 16 + digit;
            digits++;
        }
        if (digits < least) {
            return false;
        }
        at += digits;
        if (code <= Character.MAX_CODE_POINT) {
            value.appendCodePoint((int) code);
        }
        return true;
    }
}
