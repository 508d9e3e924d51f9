package dev.godwit.core.execute;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.execute.Unit.Boundary;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.TransactionControl;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups the statements of one script into units: as few transactions as the statements, and the author's own BEGIN and COMMIT,
 * allow.
 */
final class UnitPlanner {
    private final SqlSource source;
    private final EffectModel effects;
    private final Catalog catalog;
    private final ServerVersion version;
    private final TransactionMode mode;
    private final List<Unit> units = new ArrayList<>();
    private final List<Statement> prologue = new ArrayList<>();
    private final List<Statement> open = new ArrayList<>();
    private LockMode lock = LockMode.BLOCKS_NOTHING;
    private boolean authorsTransaction;

    private UnitPlanner(
            SqlSource source, EffectModel effects, Catalog catalog, ServerVersion version, TransactionMode mode) {
        this.source = source;
        this.effects = effects;
        this.catalog = catalog;
        this.version = version;
        this.mode = mode;
    }

    /**
     * Plans the statements of one script.
     *
     * @throws InvalidMigrationException if one of them takes others back
     */
    static List<Unit> plan(
            SqlSource source,
            List<Statement> statements,
            TransactionMode mode,
            EffectModel effects,
            Catalog catalog,
            ServerVersion version) {
        UnitPlanner planner = new UnitPlanner(source, effects, catalog, version, mode);
        statements.forEach(planner::add);
        planner.close(Boundary.TRANSACTION);
        return List.copyOf(planner.units);
    }

    private void add(Statement statement) {
        if (statement instanceof TransactionControl control) {
            control(control);
            return;
        }
        Effects effect = effects.of(statement, catalog, version);
        switch (effect.transactionality()) {
            case TRANSACTIONAL -> transactional(statement, effect.lock());
            case COMMITS_IMPLICITLY -> alone(statement, effect.lock(), Boundary.AUTOCOMMIT);
            case UNKNOWN -> alone(statement, effect.lock(), Boundary.UNCERTAIN);
            case OUTSIDE_ONLY -> outside(statement, effect.lock());
        }
    }

    private void control(TransactionControl control) {
        switch (control.verb()) {
            case BEGIN -> {
                close(Boundary.TRANSACTION);
                authorsTransaction = true;
            }
            case COMMIT -> {
                close(Boundary.TRANSACTION);
                authorsTransaction = false;
            }
            case ROLLBACK ->
                throw new InvalidMigrationException("cannot run file \"" + source.name() + "\": line "
                        + source.position(control.span().start())
                        + ": ROLLBACK takes back what stands before it, and the migration would be recorded without"
                        + " that. Remove it and what it takes back");
            case SAVEPOINT, RELEASE, ROLLBACK_TO -> open.add(control);
        }
    }

    private void transactional(Statement statement, LockMode needed) {
        if (mode == TransactionMode.NONE && !authorsTransaction && !Unit.isSessionSetting(statement)) {
            alone(statement, needed, endsNoTransaction(statement) ? Boundary.TRANSACTION : Boundary.AUTOCOMMIT);
            return;
        }
        join(statement, needed);
    }

    // "No transaction" asks not to share one: what changes rows has one of its own, which the journal's record can
    // share.
    private static boolean endsNoTransaction(Statement statement) {
        return switch (statement) {
            case Statement.Dml dml -> !dml.verb().equals("CALL");
            case Statement.CopyFromStdin copy -> true;
            case Statement.CodeBlock block -> true;
            case dev.godwit.sql.Definition definition -> definition.verb().equals("TRUNCATE");
            case TransactionControl other -> false;
            case Statement.SessionSetting other -> false;
            case Statement.CreateIndex other -> false;
            case Statement.DropIndex other -> false;
            case Statement.Reindex other -> false;
            case Statement.AddEnumValue other -> false;
            case Statement.Maintenance other -> false;
            case Statement.Unparsed other -> false;
        };
    }

    // Within the author's own transaction the statement stays where it was written, and the server judges it.
    private void outside(Statement statement, LockMode needed) {
        if (authorsTransaction) {
            join(statement, needed);
            return;
        }
        if (Unit.isSessionSetting(statement)) {
            close(Boundary.TRANSACTION);
            prologue.add(statement);
            return;
        }
        alone(statement, needed, Boundary.AUTOCOMMIT);
    }

    private void join(Statement statement, LockMode needed) {
        open.add(statement);
        lock = stronger(lock, needed);
    }

    private void alone(Statement statement, LockMode needed, Boundary boundary) {
        if (!open.stream().allMatch(Unit::isSessionSetting)) {
            close(Boundary.TRANSACTION);
        }
        join(statement, needed);
        close(boundary);
    }

    private void close(Boundary boundary) {
        if (!open.isEmpty() || !prologue.isEmpty()) {
            boolean nothingDone = open.stream().allMatch(Unit::isSessionSetting);
            units.add(new Unit(prologue, open, nothingDone ? Boundary.SESSION : boundary, lock));
            prologue.clear();
        }
        open.clear();
        lock = LockMode.BLOCKS_NOTHING;
    }

    private static LockMode stronger(LockMode a, LockMode b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static boolean isStrong(LockMode mode) {
        return switch (mode) {
            case BLOCKS_NOTHING, BLOCKS_DDL -> false;
            case BLOCKS_WRITES, BLOCKS_READS_AND_WRITES -> true;
        };
    }
}
