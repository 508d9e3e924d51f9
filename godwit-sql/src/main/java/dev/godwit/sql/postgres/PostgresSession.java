package dev.godwit.sql.postgres;

import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import java.util.List;
import java.util.Optional;

/** Reads transaction control and settings of the session. */
final class PostgresSession {
    private final PostgresReader in;

    PostgresSession(PostgresReader in) {
        this.in = in;
    }

    /** Reads what follows BEGIN or START TRANSACTION. */
    Statement begin() {
        boolean more = true;
        while (more && !in.atEnd()) {
            mode();
            more = in.takeSymbol(',') || !in.atEnd();
        }
        return new TransactionControl(in.span(), Verb.BEGIN);
    }

    private void mode() {
        if (in.take("ISOLATION")) {
            in.expect("LEVEL");
            if (in.take("READ")) {
                in.oneOf("COMMITTED or UNCOMMITTED", "COMMITTED", "UNCOMMITTED");
            } else if (!in.take("REPEATABLE", "READ")) {
                in.expect("SERIALIZABLE");
            }
            return;
        }
        if (in.take("READ")) {
            in.oneOf("ONLY or WRITE", "ONLY", "WRITE");
            return;
        }
        in.take("NOT");
        if (!in.take("DEFERRABLE")) {
            throw in.missing("a transaction mode");
        }
    }

    void work() {
        if (!in.take("WORK")) {
            in.take("TRANSACTION");
        }
    }

    /** Reads what follows COMMIT, END, ROLLBACK or ABORT. */
    Statement end(Verb verb) {
        if (in.take("PREPARED")) {
            in.string("the name of a transaction");
            return new Maintenance(in.span(), verb + " PREPARED", List.of(), List.of());
        }
        work();
        if (verb == Verb.ROLLBACK && in.take("TO")) {
            return savepoint(Verb.ROLLBACK_TO);
        }
        if (in.take("AND")) {
            in.take("NO");
            in.expect("CHAIN");
        }
        return new TransactionControl(in.span(), verb);
    }

    /** Reads the name of a savepoint. */
    Statement savepoint(Verb verb) {
        if (verb == Verb.SAVEPOINT || !in.take("SAVEPOINT") || !in.atEnd()) {
            in.name("a savepoint"); // a savepoint may be called savepoint
        }
        return new TransactionControl(in.span(), verb);
    }

    /** Reads what follows SET. */
    Statement set() {
        if (in.take("CONSTRAINTS")) {
            return said("constraints", Reach.TRANSACTION);
        }
        if (in.take("TRANSACTION")) {
            return said("transaction", Reach.TRANSACTION);
        }
        Reach reach = in.take("LOCAL") ? Reach.TRANSACTION : Reach.SESSION;
        if (in.take("SESSION", "CHARACTERISTICS")) {
            return said("transaction", Reach.SESSION);
        }
        if (in.take("SESSION", "AUTHORIZATION")) {
            return said("session_authorization", reach);
        }
        in.take("SESSION");
        return assignment(reach);
    }

    private Statement assignment(Reach reach) {
        if (in.take("TIME", "ZONE")) {
            return said("timezone", reach);
        }
        if (in.take("SESSION", "AUTHORIZATION")) {
            return said("session_authorization", reach);
        }
        QualifiedName name = in.qualifiedWord("a setting");
        String setting = name.toString();
        boolean assigned = in.takeSymbol('=') || in.take("TO") || standsAlone(setting);
        if (!assigned && !(in.is("FROM") && in.then("CURRENT"))) {
            throw in.missing("TO");
        }
        return said(setting.equals("schema") ? "search_path" : setting, reach);
    }

    private static boolean standsAlone(String setting) {
        return switch (setting) {
            case "role", "schema", "catalog", "names", "xml" -> true;
            default -> false;
        };
    }

    // SET NAMES without a value means the default.
    private Statement said(String name, Reach reach) {
        Optional<String> value = in.rest();
        if (value.isEmpty() && !name.equals("names")) {
            throw in.missing("a value");
        }
        in.skipToEnd();
        return new SessionSetting(in.span(), name, value, reach);
    }

    /** Reads what follows RESET. */
    Statement reset() {
        String name;
        if (in.take("TIME", "ZONE")) {
            name = "timezone";
        } else if (in.take("SESSION", "AUTHORIZATION")) {
            name = "session_authorization";
        } else if (in.take("TRANSACTION", "ISOLATION", "LEVEL")) {
            name = "transaction_isolation";
        } else {
            name = in.is("ALL")
                    ? in.label("a setting").name()
                    : in.qualifiedWord("a setting").toString();
        }
        return new SessionSetting(in.span(), name, Optional.empty(), Reach.SESSION);
    }

    /** Reads what follows PREPARE. */
    Statement prepare() {
        if (in.take("TRANSACTION")) {
            in.string("the name of a transaction");
            return new Maintenance(in.span(), "PREPARE TRANSACTION", List.of(), List.of());
        }
        String name = in.name("a prepared statement").name();
        if (in.isSymbol('(')) {
            in.inParentheses("a type");
        }
        in.expect("AS");
        in.all("a statement");
        return new SessionSetting(in.span(), "prepare", Optional.of(name), Reach.SESSION);
    }

    /** Reads what follows DEALLOCATE, DISCARD, LISTEN, UNLISTEN or LOAD. */
    Statement other(String verb) {
        return said(PostgresNames.lower(verb), Reach.SESSION);
    }
}
