package dev.godwit.core.execute;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest piece of a migration that is either done or not.
 *
 * @param prologue settings of the session that must be made before a transaction begins
 * @param statements what is done; for {@link Boundary#AUTOCOMMIT} settings and then one statement
 * @param lock the strongest lock that any of them asks for
 * @param planned the step that it carries out; empty where the file is run as written
 */
record Unit(
        List<Statement> prologue,
        List<Statement> statements,
        Boundary boundary,
        LockMode lock,
        Optional<Step> planned) {
    Unit {
        prologue = List.copyOf(prologue);
        statements = List.copyOf(statements);
    }

    /** A piece of a file that is run as written. */
    Unit(List<Statement> prologue, List<Statement> statements, Boundary boundary, LockMode lock) {
        this(prologue, statements, boundary, lock, Optional.empty());
    }

    /** What makes a unit one whole. */
    enum Boundary {
        /** Its transaction, which the journal's record shares. */
        TRANSACTION,
        /** The server's own atomicity; whether it is done is seen by looking. */
        AUTOCOMMIT,
        /** A transaction that the statement may end by itself, so that one must look. */
        UNCERTAIN,
        /** Nothing: it sets up the session and leaves no trace. */
        SESSION,
        /** Many transactions, each of which says how far it got. */
        BATCHES,
        /** Nothing: it only looks. */
        CHECK
    }

    /** Returns the statement that this unit is about. */
    Statement effect() {
        return statements.isEmpty() ? prologue.getLast() : statements.getLast();
    }

    /** Returns what must be said again to a new session that goes on after this unit. */
    Stream<Statement> sessionSettings() {
        return Stream.concat(prologue.stream(), statements.stream()).filter(Unit::isSessionSetting);
    }

    static boolean isSessionSetting(Statement statement) {
        return statement instanceof Statement.SessionSetting setting
                && setting.reach() == Statement.SessionSetting.Reach.SESSION;
    }
}
