package dev.godwit.sql.mysql;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.List;

/** Reads databases, servers, tablespaces and what else has no node of its own. */
final class ObjectReader {
    private final Input in;
    private final Cursor cursor;
    private final TypeReader types;

    ObjectReader(Input in, TypeReader types) {
        this.in = in;
        this.cursor = in.cursor();
        this.types = types;
    }

    private Statement other(String verb, String kind, Guard guard, List<QualifiedName> names, List<String> tail) {
        return new OtherDefinition(cursor.span(), verb, kind, guard, names, tail);
    }

    /** Reads what follows the word DATABASE or SCHEMA. */
    Statement createDatabase(String kind, List<String> tail) {
        Guard guard = in.ifNotExists();
        Identifier name = in.identifier("a database");
        while (databaseOption(false)) {
            // one after the other
        }
        in.expectEnd();
        return other("CREATE", kind, guard, List.of(new QualifiedName(List.of(name))), tail);
    }

    /** Reads what follows the word DATABASE or SCHEMA; without a name it is the current one. */
    Statement alterDatabase(String kind) {
        boolean named = in.atName() && !atDatabaseOption();
        List<QualifiedName> names =
                named ? List.of(new QualifiedName(List.of(in.identifier("a database")))) : List.of();
        if (in.mariadb() && named && cursor.take("UPGRADE", "DATA", "DIRECTORY", "NAME")) {
            in.expectEnd();
            return other("ALTER", kind, Guard.NONE, names, List.of());
        }
        if (!databaseOption(true)) {
            throw in.expected("an option of a database");
        }
        while (databaseOption(true)) {
            // one after the other
        }
        in.expectEnd();
        return other("ALTER", kind, Guard.NONE, names, List.of());
    }

    private boolean atDatabaseOption() {
        return cursor.is("CHARSET") || cursor.is(in.mariadb() ? "COMMENT" : "ENCRYPTION");
    }

    private boolean databaseOption(boolean altered) {
        boolean said = cursor.take("DEFAULT");
        if (types.characterSet() || cursor.take("COLLATE")) {
            cursor.takeSymbol('=');
            if (cursor.is("DEFAULT") && !in.mariadb()) {
                throw in.expected("a name");
            }
            in.token("a name");
            return true;
        }
        if (!in.mariadb() && cursor.take("ENCRYPTION")) {
            cursor.takeSymbol('=');
            in.string("'Y' or 'N'");
            return true;
        }
        if (said) {
            throw in.expected("CHARACTER SET or COLLATE");
        }
        return extraDatabaseOption(altered);
    }

    private boolean extraDatabaseOption(boolean altered) {
        if (in.mariadb() && cursor.take("COMMENT")) {
            cursor.takeSymbol('=');
            in.string("a comment");
            return true;
        }
        if (altered && !in.mariadb() && cursor.take("READ", "ONLY")) {
            cursor.takeSymbol('=');
            in.token("0, 1 or DEFAULT");
            return true;
        }
        return false;
    }

    /** Reads what follows {@code CREATE SERVER} or {@code ALTER SERVER}. */
    Statement server(String verb, List<String> tail) {
        Guard guard = verb.equals("CREATE") ? in.mariadbIfNotExists() : Guard.NONE;
        QualifiedName name = in.nameOrText("a server");
        if (verb.equals("CREATE")) {
            in.expect("FOREIGN", "DATA", "WRAPPER");
            in.token("a wrapper");
        }
        in.expect("OPTIONS");
        in.passParentheses();
        in.expectEnd();
        return other(verb, "SERVER", guard, List.of(name), tail);
    }

    /** Reads the name of an object of MySQL's storage and what follows it, which begins with one of {@code words} or is nothing. */
    Statement storage(String verb, String kind, String... words) {
        List<QualifiedName> names = List.of(new QualifiedName(List.of(in.identifier("a name"))));
        boolean known = cursor.atEnd();
        for (String word : words) {
            known |= cursor.is(word);
        }
        if (!known) {
            throw in.expected(String.join(" or ", words));
        }
        in.passMatching();
        return other(verb, kind, Guard.NONE, names, List.of());
    }

    /** Reads what follows {@code SPATIAL REFERENCE SYSTEM}. */
    Statement referenceSystem(List<String> tail) {
        Guard guard = in.ifNotExists();
        in.token("a number");
        in.passMatching();
        return other("CREATE", "SPATIAL REFERENCE SYSTEM", guard, List.of(), tail);
    }

    /** Reads what follows {@code ALTER INSTANCE}. */
    Statement instance() {
        if (cursor.atEnd()) {
            throw in.expected("what to alter");
        }
        in.passMatching();
        return other("ALTER", "INSTANCE", Guard.NONE, List.of(), List.of());
    }

    /** Reads what follows INSTALL, UNINSTALL or IMPORT. */
    Statement extension(String verb) {
        String kind = cursor.upper();
        switch (kind) {
            case "PLUGIN" -> cursor.advance();
            case "SONAME" -> advanceIf(in.mariadb());
            case "COMPONENT", "TABLE" -> advanceIf(!in.mariadb());
            default -> advanceIf(false);
        }
        if (cursor.atEnd()) {
            throw in.expected("a name");
        }
        in.passMatching();
        return other(verb, kind, Guard.NONE, List.of(), List.of());
    }

    private void advanceIf(boolean known) {
        if (!known) {
            throw in.expected("what to install");
        }
        cursor.advance();
    }
}
