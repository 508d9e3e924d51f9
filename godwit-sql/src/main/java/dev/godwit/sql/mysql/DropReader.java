package dev.godwit.sql.mysql;

import dev.godwit.sql.Behavior;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Expression;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code DROP} but for indexes. */
final class DropReader {
    private final Input in;
    private final Cursor cursor;
    private final UserReader users;

    DropReader(Input in, UserReader users) {
        this.in = in;
        this.cursor = in.cursor();
        this.users = users;
    }

    /** Reads what follows DROP. */
    Statement read() {
        Persistence persistence = cursor.take("TEMPORARY") ? Persistence.TEMPORARY : Persistence.PERMANENT;
        String kind = cursor.upper();
        cursor.advance();
        return switch (kind) {
            case "TABLE", "TABLES" -> several("TABLE", persistence);
            case "SEQUENCE" -> mariadb(kind, several(kind, persistence));
            default -> {
                if (persistence == Persistence.TEMPORARY) {
                    throw new Unreadable("TABLE is expected behind DROP TEMPORARY");
                }
                yield permanent(kind);
            }
        };
    }

    private Statement permanent(String kind) {
        return switch (kind) {
            case "VIEW" -> several(kind, Persistence.PERMANENT);
            case "DATABASE", "SCHEMA", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "SERVER" ->
                one(kind, in.ifExists());
            case "PACKAGE" -> mariadb(kind, one(cursor.take("BODY") ? "PACKAGE BODY" : kind, in.ifExists()));
            case "USER", "ROLE" -> accounts(kind);
            default -> in.mariadb() ? unknown(kind) : storage(kind);
        };
    }

    private static Statement unknown(String kind) {
        throw new Unreadable("DROP %s is no definition that is known here".formatted(kind));
    }

    private Statement storage(String kind) {
        return switch (kind) {
            case "TABLESPACE" -> one(kind, Guard.NONE);
            case "UNDO" -> phrase("UNDO TABLESPACE", "TABLESPACE");
            case "LOGFILE" -> phrase("LOGFILE GROUP", "GROUP");
            case "RESOURCE" -> phrase("RESOURCE GROUP", "GROUP");
            case "SPATIAL" -> referenceSystem();
            default -> unknown(kind);
        };
    }

    private Statement mariadb(String kind, Statement read) {
        return in.mariadb() ? read : unknown(kind);
    }

    private Statement phrase(String kind, String second) {
        in.expect(second);
        return one(kind, Guard.NONE);
    }

    private Statement several(String kind, Persistence persistence) {
        Guard guard = in.ifExists();
        List<QualifiedName> names = in.names("a name");
        Behavior behavior = behavior();
        int mark = cursor.mark();
        Optional<Expression> rest = Optional.empty();
        if (kind.equals("TABLE") && in.waiting().isPresent()) {
            cursor.seek(mark);
            rest = cursor.runs().toEnd();
        }
        in.expectEnd();
        return new DropObject(cursor.span(), kind, persistence, guard, names, Optional.empty(), behavior, rest);
    }

    private Behavior behavior() {
        if (cursor.take("RESTRICT")) {
            return Behavior.RESTRICT;
        }
        return cursor.take("CASCADE") ? Behavior.CASCADE : Behavior.UNSAID;
    }

    private Statement one(String kind, Guard guard) {
        List<QualifiedName> names = List.of(kind.equals("SERVER") ? in.nameOrText("a server") : in.name("a name"));
        Optional<Expression> rest = Optional.empty();
        if (kind.endsWith("TABLESPACE") || kind.endsWith("GROUP")) {
            rest = cursor.runs().toEnd();
        }
        in.expectEnd();
        return new DropObject(
                cursor.span(), kind, Persistence.PERMANENT, guard, names, Optional.empty(), Behavior.UNSAID, rest);
    }

    private Statement referenceSystem() {
        in.expect("REFERENCE", "SYSTEM");
        Guard guard = in.ifExists();
        in.token("a number");
        in.expectEnd();
        return other("SPATIAL REFERENCE SYSTEM", guard, List.of());
    }

    private Statement accounts(String kind) {
        Guard guard = in.ifExists();
        List<QualifiedName> names = new ArrayList<>(1);
        do {
            names.add(new QualifiedName(List.of(users.pass())));
        } while (cursor.takeSymbol(','));
        in.expectEnd();
        return other(kind, guard, names);
    }

    private Statement other(String kind, Guard guard, List<QualifiedName> names) {
        return new OtherDefinition(cursor.span(), "DROP", kind, guard, names, List.of());
    }
}
