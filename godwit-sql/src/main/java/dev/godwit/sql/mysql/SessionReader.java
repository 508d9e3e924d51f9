package dev.godwit.sql.mysql;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.internal.Cursor;
import java.util.Locale;
import java.util.Optional;

/** Reads what is said to the session: its settings and transactions (MySQL 8.0 manual, 15.7.6 and 15.3.1). */
final class SessionReader {
    private final Input in;
    private final Cursor cursor;

    SessionReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    private Statement setting(String name, Optional<String> value, Reach reach) {
        return new SessionSetting(cursor.span(), name, value, reach);
    }

    private Statement rest(String name, Reach reach) {
        Optional<String> value = cursor.rest();
        in.passMatching();
        return setting(name, value, reach);
    }

    /** Reads what follows SET, but for accounts and {@code SET STATEMENT}. */
    Statement set() {
        if (cursor.take("ROLE")) {
            return rest("role", Reach.SESSION);
        }
        Optional<Reach> said = reach();
        if (cursor.take("TRANSACTION")) {
            return rest("transaction", said.orElse(Reach.TRANSACTION));
        }
        Reach reach = said.orElse(Reach.SESSION);
        if (cursor.take("NAMES")) {
            return rest("names", reach);
        }
        if (cursor.take("CHARACTER", "SET") || cursor.take("CHARSET")) {
            return rest("character_set", reach);
        }
        if (!in.mariadb() && cursor.take("RESOURCE", "GROUP")) {
            return rest("resource group", reach);
        }
        return variable(reach);
    }

    private Optional<Reach> reach() {
        boolean persist = !in.mariadb() && in.takeEither("PERSIST", "PERSIST_ONLY");
        if (persist || cursor.take("GLOBAL")) {
            return Optional.of(Reach.SERVER);
        }
        return cursor.take("SESSION") || cursor.take("LOCAL") ? Optional.of(Reach.SESSION) : Optional.empty();
    }

    private Statement variable(Reach said) {
        boolean user = cursor.takeSymbol('@');
        boolean system = user && cursor.takeSymbol('@');
        Reach reach = said;
        if (system) {
            reach = reach().orElse(said);
            cursor.takeSymbol('.');
        }
        String variable = name(user && !system);
        cursor.takeSymbol(':');
        in.expectSymbol('=');
        if (cursor.atEnd()) {
            throw in.expected("a value");
        }
        return rest(variable, reach);
    }

    // The name of a user's variable may stand in any quotes.
    private String name(boolean user) {
        if (user && cursor.token() == dev.godwit.sql.internal.Token.STRING) {
            return "@" + in.string("a variable").toLowerCase(Locale.ROOT);
        }
        QualifiedName name = cursor.name().orElseThrow(() -> in.expected("a variable"));
        String variable = name.toString().toLowerCase(Locale.ROOT);
        return user ? "@" + variable : variable;
    }

    /** Reads what follows USE. */
    Statement use() {
        Identifier database = cursor.identifier().orElseThrow(() -> in.expected("a database"));
        in.expectEnd();
        return setting("use", Optional.of(database.name()), Reach.SESSION);
    }

    /** Reads what follows PREPARE. */
    Statement prepare() {
        Identifier name = in.identifier("a name");
        in.expect("FROM");
        if (cursor.atEnd()) {
            throw in.expected("a statement");
        }
        in.passMatching();
        return setting("prepare", Optional.of(name.name()), Reach.SESSION);
    }

    /** Reads what follows {@code DEALLOCATE PREPARE} or {@code DROP PREPARE}. */
    Statement deallocate() {
        Identifier name = in.identifier("a name");
        in.expectEnd();
        return setting("deallocate", Optional.of(name.name()), Reach.SESSION);
    }

    private Statement control(Verb verb) {
        in.expectEnd();
        return new TransactionControl(cursor.span(), verb);
    }

    Statement begin() {
        cursor.take("WORK");
        return control(Verb.BEGIN);
    }

    /** Reads what follows {@code START TRANSACTION}. */
    Statement start() {
        boolean more = !cursor.atEnd();
        while (more) {
            boolean known = cursor.take("WITH", "CONSISTENT", "SNAPSHOT")
                    || cursor.take("READ", "ONLY")
                    || cursor.take("READ", "WRITE");
            if (!known) {
                throw in.expected("WITH CONSISTENT SNAPSHOT, READ ONLY or READ WRITE");
            }
            more = cursor.takeSymbol(',');
        }
        return control(Verb.BEGIN);
    }

    Statement commit() {
        completion();
        return control(Verb.COMMIT);
    }

    private void completion() {
        cursor.take("WORK");
        if (cursor.take("AND")) {
            cursor.take("NO");
            in.expect("CHAIN");
        }
        if (cursor.is("NO") || cursor.is("RELEASE")) {
            cursor.take("NO");
            in.expect("RELEASE");
        }
    }

    Statement rollback() {
        if (cursor.sees("WORK", "TO") || cursor.is("TO")) {
            cursor.take("WORK");
            in.expect("TO");
            cursor.take("SAVEPOINT");
            in.identifier("a savepoint");
            return control(Verb.ROLLBACK_TO);
        }
        completion();
        return control(Verb.ROLLBACK);
    }

    Statement savepoint() {
        in.identifier("a savepoint");
        return control(Verb.SAVEPOINT);
    }

    /** Reads what follows RELEASE. */
    Statement release() {
        in.expect("SAVEPOINT");
        in.identifier("a savepoint");
        return control(Verb.RELEASE);
    }
}
