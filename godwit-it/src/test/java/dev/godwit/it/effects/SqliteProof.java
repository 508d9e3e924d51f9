package dev.godwit.it.effects;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.core.engine.Engine;
import dev.godwit.it.effects.SqliteObservation.Pages;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sqlite.SqliteEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the effect model says with what a release of SQLite was seen to do. */
final class SqliteProof {
    private final Engine engine = new SqliteEngine();
    private final ServerVersion version;

    SqliteProof(String version) {
        this.version = Folding.version(engine.id(), version);
    }

    /** Returns what is known when the form begins. */
    private Catalog catalog(SqliteForm form) {
        Catalog common = Folding.after(engine, Catalog.empty(engine.conventions()), SqliteForm.TABLES)
                .nextMigration();
        Catalog made = Folding.after(engine, common, form.setup());
        return form.startsEmpty() ? made : made.nextMigration();
    }

    /** Returns what the model says of each statement, given that those before it were carried out unless it says that they are refused. */
    List<Effects> predict(SqliteForm form) {
        List<Effects> all = new ArrayList<>();
        Catalog catalog = catalog(form);
        for (String sql : form.statements()) {
            Statement statement = Folding.statement(engine, sql);
            Effects effects = engine.effects().of(statement, catalog, version);
            all.add(effects);
            catalog = effects.refusal().isPresent() ? catalog : catalog.after(statement);
        }
        return all;
    }

    /** Returns how prediction and observation differ. */
    List<String> differences(SqliteForm form, List<SqliteObservation> seen) {
        List<String> differences = new ArrayList<>();
        Catalog catalog = catalog(form);
        boolean inTransaction = false;
        for (SqliteObservation one : seen) {
            Statement statement = Folding.statement(engine, one.statement());
            Effects effects = engine.effects().of(statement, catalog, version);
            difference(statement, effects, one, inTransaction)
                    .ifPresent(found -> differences.add(one.statement() + ": " + found));
            catalog = one.error().isEmpty() ? catalog.after(statement) : catalog;
            inTransaction = statement instanceof Statement.TransactionControl control
                    ? control.verb() == Statement.TransactionControl.Verb.BEGIN
                    : inTransaction;
        }
        return differences;
    }

    private Optional<String> difference(
            Statement statement, Effects effects, SqliteObservation seen, boolean inTransaction) {
        boolean refused = effects.refusal().isPresent()
                || effects.unknown().isPresent()
                || (inTransaction
                        && statement instanceof Statement.Maintenance
                        && effects.transactionality() == Transactionality.OUTSIDE_ONLY);
        // What stands in the rows, no schema can tell.
        boolean rows = seen.error().contains("onstraint failed") || seen.error().contains("CONSTRAINT");
        if (refused != !seen.error().isEmpty() && !rows) {
            return Optional.of(
                    "predicted refusal " + effects.refusal() + effects.unknown() + ", seen \"" + seen.error() + "\"");
        }
        // These find their rows by way of an index, and may well meet the page that was made unreadable.
        boolean seeks = statement instanceof Statement.Dml dml
                && (dml.verb().equals("SELECT") || dml.verb().equals("INSERT"));
        return seeks || refused
                ? Optional.empty()
                : seen.pages().flatMap(pages -> difference(statement, effects, pages));
    }

    private Optional<String> difference(Statement statement, Effects effects, Pages pages) {
        for (String table : pages.large()) {
            Work predicted = effects.workOn(new QualifiedName(List.of(new Identifier(table))))
                    .map(TableWork::work)
                    .orElse(Work.METADATA);
            Work done = done(statement, table, pages);
            if (predicted != done) {
                return Optional.of("predicted " + predicted + " of " + table + ", seen " + done);
            }
        }
        return Optional.empty();
    }

    // REINDEX writes the same pages again.
    private static Work done(Statement statement, String table, Pages pages) {
        if (pages.rewritten().contains(table)) {
            return Work.REWRITE;
        }
        if (!pages.read().contains(table)) {
            return Work.METADATA;
        }
        return pages.built().isEmpty() && !(statement instanceof Statement.Reindex) ? Work.SCAN : Work.INDEX_BUILD;
    }
}
