package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;

/** Reads names of users and roles (MySQL 8.0 manual, 8.2.4; MariaDB manual, "Account Names"). */
final class UserReader {
    private final Input in;
    private final Cursor cursor;

    UserReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Tells whether a user comes next. */
    boolean atUser() {
        return in.atName()
                || cursor.token() == Token.STRING
                || cursor.is("CURRENT_USER")
                || (in.mariadb() && cursor.is("CURRENT_ROLE"));
    }

    /** Reads a user as a run of tokens. */
    Expression user() {
        int mark = cursor.mark();
        pass();
        int end = cursor.passed();
        cursor.seek(mark);
        return cursor.runs().before(end);
    }

    /** Passes over a user and returns its name without the host. */
    Identifier pass() {
        if (!atUser()) {
            throw in.expected("a user");
        }
        if (cursor.is("CURRENT_USER") || cursor.is("CURRENT_ROLE")) {
            Identifier current = new Identifier(cursor.upper());
            cursor.advance();
            if (cursor.isSymbol('(')) {
                in.passParentheses();
            }
            return current;
        }
        Identifier name =
                cursor.token() == Token.STRING ? new Identifier(in.string("a user")) : in.identifier("a user");
        if (cursor.takeSymbol('@')) {
            host();
        }
        return name;
    }

    // A host without quotes stands right behind the @, or is empty; it may hold dots and begin with a digit.
    private void host() {
        boolean host = !cursor.atEnd() && cursor.token() != Token.SYMBOL && cursor.mark() == cursor.passed();
        if (!host) {
            return;
        }
        if (cursor.token() == Token.STRING || cursor.token() == Token.QUOTED_NAME) {
            cursor.advance();
            return;
        }
        part();
        while (cursor.isSymbol('.') && cursor.mark() == cursor.passed()) {
            cursor.advance();
            part();
        }
    }

    private void part() {
        if (cursor.token() != Token.WORD && cursor.token() != Token.NUMBER) {
            throw in.expected("a host");
        }
        cursor.advance();
    }
}
