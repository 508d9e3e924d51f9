package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code GRANT} and {@code REVOKE} (MySQL 8.0 manual, 15.7.1.6 and 15.7.1.8). */
final class PrivilegeReader {
    private final Input in;
    private final Cursor cursor;
    private final UserReader users;

    PrivilegeReader(Input in, UserReader users) {
        this.in = in;
        this.cursor = in.cursor();
        this.users = users;
    }

    /** Reads what follows the verb. */
    Statement read(String verb) {
        if (verb.equals("REVOKE") && !in.mariadb()) {
            in.ifExists();
        }
        boolean ofRoles = in.mariadb() && verb.equals("REVOKE") && cursor.take("ADMIN", "OPTION", "FOR");
        List<String> privileges = new ArrayList<>(2);
        List<String> roles = new ArrayList<>(2);
        do {
            int mark = cursor.mark();
            role().ifPresent(roles::add);
            cursor.seek(mark);
            privileges.add(privilege(written()));
        } while (cursor.takeSymbol(','));
        boolean onlyRoles = roles.size() == privileges.size();
        List<QualifiedName> objects = new ArrayList<>(1);
        String kind =
                !ofRoles && cursor.take("ON") ? target(privileges, objects) : everythingOrRole(privileges, onlyRoles);
        in.expect(verb.equals("GRANT") ? "TO" : "FROM");
        List<String> grantees = grantees();
        if (!cursor.atEnd() && !atRest()) {
            throw in.expected("the end");
        }
        Optional<Expression> rest = cursor.atEnd() ? Optional.empty() : Optional.of(in.rest("the end"));
        boolean given = kind.equals("ROLE");
        return new Privileges(cursor.span(), verb, kind, given ? roles : privileges, objects, grantees, rest);
    }

    private String everythingOrRole(List<String> privileges, boolean onlyRoles) {
        boolean everything = privileges.getFirst().startsWith("ALL") && privileges.size() == 2;
        if (!everything && !onlyRoles) {
            throw in.expected("ON");
        }
        return everything ? "GLOBAL" : "ROLE";
    }

    // Roles keep their case, by which both products tell them apart (manual, 8.2.3 and 8.2.5; seen on 8.0 and 11.4).
    private Optional<String> role() {
        if (!users.atUser()) {
            return Optional.empty();
        }
        String name = users.pass().name();
        return cursor.isSymbol(',') || atEndOfPrivileges() ? Optional.of(name) : Optional.empty();
    }

    // A privilege is one or more words and maybe columns; a role is a user.
    private String written() {
        int mark = cursor.mark();
        while (!cursor.atEnd() && !cursor.isSymbol(',') && !atEndOfPrivileges()) {
            in.pass();
        }
        if (cursor.passed() <= mark) {
            throw in.expected("a privilege or role");
        }
        return cursor.text(mark, cursor.passed());
    }

    private static String privilege(String text) {
        int parenthesis = text.indexOf('(');
        String name = parenthesis < 0 ? text : text.substring(0, parenthesis);
        String columns = parenthesis < 0 ? "" : " " + text.substring(parenthesis);
        boolean word = Character.isLetter(name.charAt(0));
        return word ? name.strip().toUpperCase(Locale.ROOT) + columns : text;
    }

    private boolean atEndOfPrivileges() {
        return cursor.is("ON") || cursor.is("TO") || cursor.is("FROM");
    }

    private String target(List<String> privileges, List<QualifiedName> objects) {
        if (privileges.equals(List.of("PROXY"))) {
            users.pass();
            return "PROXY";
        }
        String kind = kind();
        if (cursor.takeSymbol('*')) {
            if (!cursor.takeSymbol('.')) {
                return "DATABASE";
            }
            in.expectSymbol('*');
            return "GLOBAL";
        }
        objects.add(in.name("an object"));
        if (cursor.takeSymbol('.')) {
            in.expectSymbol('*');
            return "DATABASE";
        }
        return kind;
    }

    private String kind() {
        if (cursor.take("TABLE")) {
            return "TABLE";
        }
        if (cursor.take("FUNCTION")) {
            return "FUNCTION";
        }
        if (cursor.take("PROCEDURE")) {
            return "PROCEDURE";
        }
        if (in.mariadb() && cursor.take("PACKAGE", "BODY")) {
            return "PACKAGE BODY";
        }
        return in.mariadb() && cursor.take("PACKAGE") ? "PACKAGE" : "TABLE";
    }

    private List<String> grantees() {
        List<String> grantees = new ArrayList<>(1);
        do {
            int mark = cursor.mark();
            users.pass();
            grantees.add(cursor.text(mark, cursor.passed()));
            authentication();
        } while (cursor.takeSymbol(','));
        return grantees;
    }

    private void authentication() {
        if (in.mariadb() && cursor.is("IDENTIFIED")) {
            while (!cursor.atEnd() && !cursor.isSymbol(',') && !atRest()) {
                in.pass();
            }
        }
    }

    private boolean atRest() {
        boolean both = cursor.sees("WITH", "GRANT") || cursor.sees("WITH", "ADMIN");
        if (both || !in.mariadb()) {
            return both || cursor.is("AS") || cursor.is("IGNORE");
        }
        return cursor.is("REQUIRE")
                || cursor.sees("WITH", "MAX_QUERIES_PER_HOUR")
                || cursor.sees("WITH", "MAX_UPDATES_PER_HOUR")
                || cursor.sees("WITH", "MAX_CONNECTIONS_PER_HOUR")
                || cursor.sees("WITH", "MAX_USER_CONNECTIONS")
                || cursor.sees("WITH", "MAX_STATEMENT_TIME");
    }
}
