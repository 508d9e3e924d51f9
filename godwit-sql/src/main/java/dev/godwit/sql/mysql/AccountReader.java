package dev.godwit.sql.mysql;

import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads the definitions of users and roles in outline (MySQL 8.0 manual, 15.7.1; MariaDB manual, CREATE USER). */
final class AccountReader {
    private final Input in;
    private final Cursor cursor;
    private final UserReader users;

    AccountReader(Input in, UserReader users) {
        this.in = in;
        this.cursor = in.cursor();
        this.users = users;
    }

    /** Reads what follows the word USER or ROLE. */
    Statement define(String verb, String kind, List<String> tail) {
        Guard guard = verb.equals("CREATE") ? in.ifNotExists() : in.ifExists();
        List<QualifiedName> names = new ArrayList<>(1);
        do {
            names.add(new QualifiedName(List.of(users.pass())));
            if (cursor.isSymbol('(') && verb.equals("ALTER") && !in.mariadb()) {
                in.passParentheses();
            }
            if (kind.equals("USER")) {
                authentication(verb);
            }
        } while (cursor.takeSymbol(','));
        if (kind.equals("ROLE") && !in.mariadb()) {
            in.expectEnd();
        } else if (!cursor.atEnd()) {
            options();
        }
        return new OtherDefinition(cursor.span(), verb, kind, guard, names, tail);
    }

    // How a user proves who it is holds commas in no product but within parentheses.
    private void authentication(String verb) {
        // the first factor may be left out (8.0.33)
        if (verb.equals("CREATE") && !in.mariadb() && cursor.sees("AND", "IDENTIFIED")) {
            cursor.advance();
        }
        if (!cursor.is("IDENTIFIED") && !isFactor()) {
            return;
        }
        boolean identified = cursor.take("IDENTIFIED");
        if (identified && !atMethod()) {
            throw in.expected("BY or WITH");
        }
        cursor.advance();
        while (!cursor.atEnd() && !cursor.isSymbol(',') && !atOption()) {
            in.pass();
        }
    }

    private boolean atMethod() {
        return cursor.is("WITH")
                || (in.mariadb() && cursor.is("VIA"))
                || (cursor.is("BY") && (in.mariadb() || !cursor.sees("BY", "PASSWORD")));
    }

    private boolean isFactor() {
        return switch (cursor.upper()) {
            case "DISCARD", "ADD", "MODIFY", "DROP", "REPLACE", "RETAIN" -> !in.mariadb();
            default -> cursor.token() == Token.NUMBER && !in.mariadb();
        };
    }

    private boolean atOption() {
        return switch (cursor.upper()) {
            case "REQUIRE", "ACCOUNT" -> true;
            case "DEFAULT", "COMMENT", "ATTRIBUTE", "FAILED_LOGIN_ATTEMPTS", "PASSWORD_LOCK_TIME" -> !in.mariadb();
            case "PASSWORD" -> isPasswordOption();
            case "WITH" -> isLimit() || (in.mariadb() && cursor.sees("WITH", "ADMIN"));
            default -> false;
        };
    }

    private boolean isLimit() {
        return cursor.sees("WITH", "MAX_QUERIES_PER_HOUR")
                || cursor.sees("WITH", "MAX_UPDATES_PER_HOUR")
                || cursor.sees("WITH", "MAX_CONNECTIONS_PER_HOUR")
                || cursor.sees("WITH", "MAX_USER_CONNECTIONS")
                || (in.mariadb() && cursor.sees("WITH", "MAX_STATEMENT_TIME"));
    }

    // Not IDENTIFIED BY PASSWORD 'hash'.
    private boolean isPasswordOption() {
        if (cursor.sees("PASSWORD", "EXPIRE")) {
            return true;
        }
        boolean mysql = cursor.sees("PASSWORD", "HISTORY")
                || cursor.sees("PASSWORD", "REUSE")
                || cursor.sees("PASSWORD", "REQUIRE");
        return mysql && !in.mariadb();
    }

    private void options() {
        if (!atOption()) {
            throw in.expected("an option of a user");
        }
        in.passMatching();
    }

    /** Reads what follows {@code RENAME USER}. */
    Statement rename() {
        List<QualifiedName> names = new ArrayList<>(2);
        do {
            names.add(new QualifiedName(List.of(users.pass())));
            in.expect("TO");
            names.add(new QualifiedName(List.of(users.pass())));
        } while (cursor.takeSymbol(','));
        in.expectEnd();
        return new OtherDefinition(cursor.span(), "RENAME", "USER", Guard.NONE, names, List.of());
    }

    /** Reads {@code SET PASSWORD …} and {@code SET DEFAULT ROLE …} from behind SET. */
    Statement set() {
        String kind = cursor.take("PASSWORD") ? "PASSWORD" : "DEFAULT ROLE";
        if (kind.equals("DEFAULT ROLE")) {
            in.expect("DEFAULT", "ROLE");
        }
        boolean ofUser = kind.equals("DEFAULT ROLE") && !in.mariadb();
        if (cursor.atEnd()) {
            throw in.expected("what to set");
        }
        if (ofUser && !cursor.find("TO")) {
            throw in.expected("TO");
        }
        in.passMatching();
        return new OtherDefinition(cursor.span(), "SET", kind, Guard.NONE, List.of(), List.of());
    }
}
