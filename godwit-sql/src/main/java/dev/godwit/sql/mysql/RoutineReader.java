package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads procedures, functions and packages (MySQL 8.0 manual, 15.1.17; MariaDB manual, CREATE PROCEDURE, CREATE PACKAGE). */
final class RoutineReader {
    private final Input in;
    private final Cursor cursor;
    private final TypeReader types;

    RoutineReader(Input in, TypeReader types) {
        this.in = in;
        this.cursor = in.cursor();
        this.types = types;
    }

    /** Reads what follows the word PROCEDURE or FUNCTION. */
    Statement create(String kind, Head head) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.name("a " + kind.toLowerCase(java.util.Locale.ROOT));
        List<Option> said = new ArrayList<>(head.modifiers());
        if (kind.equals("FUNCTION") && cursor.sees("RETURNS")) {
            return loadable(head, guard, name, said);
        }
        if (head.has("AGGREGATE") && !in.mariadb()) {
            throw in.expected("RETURNS");
        }
        Optional<Expression> arguments = arguments();
        Optional<Expression> returns = kind.equals("FUNCTION") ? Optional.of(returns()) : Optional.empty();
        characteristics(said);
        return routine(kind, head, guard, name, arguments, returns, said, Optional.of(body()));
    }

    // Oracle's procedures without arguments have no parentheses.
    private Optional<Expression> arguments() {
        boolean none = in.mariadb() && !cursor.isSymbol('(');
        return none
                ? Optional.empty()
                : Optional.of(cursor.runs().inParentheses().orElseThrow(() -> in.expected("arguments in parentheses")));
    }

    private Statement loadable(Head head, Guard guard, QualifiedName name, List<Option> said) {
        in.expect("RETURNS");
        Expression returns = in.token("a type");
        in.expect("SONAME");
        said.add(new Option("SONAME", Optional.of(in.token("a library"))));
        in.expectEnd();
        return routine("FUNCTION", head, guard, name, Optional.empty(), Optional.of(returns), said, Optional.empty());
    }

    private Statement routine(
            String kind,
            Head head,
            Guard guard,
            QualifiedName name,
            Optional<Expression> arguments,
            Optional<Expression> returns,
            List<Option> said,
            Optional<SourceSpan> body) {
        return new CreateRoutine(cursor.span(), kind, head.replace(), guard, name, arguments, returns, said, body);
    }

    // Types of MariaDB may also be TYPE OF a column, and those of Oracle's mode anything up to AS.
    private Expression returns() {
        boolean oracle = in.mariadb() && cursor.take("RETURN");
        if (!oracle) {
            in.expect("RETURNS");
        }
        int mark = cursor.mark();
        if (oracle) {
            while (!cursor.atEnd() && !atCharacteristic() && !cursor.is("AS") && !cursor.is("IS")) {
                in.pass();
            }
        } else if (in.mariadb() && (cursor.take("TYPE", "OF") || cursor.take("ROW", "TYPE", "OF"))) {
            in.name("a table or column");
        } else if (in.mariadb() && cursor.take("ROW")) {
            in.passParentheses();
        } else {
            types.type();
            if (cursor.take("COLLATE")) {
                types.collation();
            }
        }
        int end = cursor.passed();
        cursor.seek(mark);
        return cursor.runs().before(end);
    }

    private boolean atCharacteristic() {
        return switch (cursor.upper()) {
            case "COMMENT", "LANGUAGE", "NOT", "DETERMINISTIC", "CONTAINS", "NO", "READS", "MODIFIES", "SQL" -> true;
            default -> false;
        };
    }

    private void characteristics(List<Option> said) {
        while (atCharacteristic()) {
            said.add(characteristic());
        }
    }

    private Option characteristic() {
        return switch (cursor.upper()) {
            case "COMMENT", "LANGUAGE" -> {
                String name = cursor.upper();
                cursor.advance();
                yield new Option(name, Optional.of(in.token("a value")));
            }
            case "NOT" -> phrase("NOT", "DETERMINISTIC");
            case "DETERMINISTIC" -> phrase("DETERMINISTIC");
            case "CONTAINS" -> phrase("CONTAINS", "SQL");
            case "NO" -> phrase("NO", "SQL");
            case "READS" -> phrase("READS", "SQL", "DATA");
            case "MODIFIES" -> phrase("MODIFIES", "SQL", "DATA");
            default -> security();
        };
    }

    private Option phrase(String... words) {
        in.expect(words);
        return new Option(String.join(" ", words), Optional.empty());
    }

    private Option security() {
        in.expect("SQL", "SECURITY");
        String mode = cursor.upper();
        if (!mode.equals("DEFINER") && !mode.equals("INVOKER")) {
            throw in.expected("DEFINER or INVOKER");
        }
        return new Option("SQL SECURITY", Optional.of(in.token("a mode")));
    }

    private SourceSpan body() {
        if (cursor.atEnd()) {
            throw in.expected("a body");
        }
        int mark = cursor.mark();
        in.passMatching();
        return in.since(mark);
    }

    /** Reads what follows the word PACKAGE. */
    Statement createPackage(Head head) {
        String kind = cursor.take("BODY") ? "PACKAGE BODY" : "PACKAGE";
        Guard guard = in.ifNotExists();
        QualifiedName name = in.name("a package");
        List<Option> said = new ArrayList<>(head.modifiers());
        characteristics(said);
        if (!cursor.is("AS") && !cursor.is("IS")) {
            throw in.expected("AS");
        }
        return routine(kind, head, guard, name, Optional.empty(), Optional.empty(), said, Optional.of(body()));
    }

    /** Reads {@code ALTER PROCEDURE} and {@code ALTER FUNCTION} from the name on. */
    Statement alter(String kind) {
        QualifiedName name = in.name("a name");
        List<Option> said = new ArrayList<>(1);
        characteristics(said);
        in.expectEnd();
        return new OtherDefinition(cursor.span(), "ALTER", kind, Guard.NONE, List.of(name), List.of());
    }
}
