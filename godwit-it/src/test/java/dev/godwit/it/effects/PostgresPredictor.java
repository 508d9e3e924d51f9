package dev.godwit.it.effects;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.postgres.PostgresEngine;
import java.util.Map;
import java.util.TreeMap;

/** What the effect model says of a form, on the catalog that the setup makes. */
final class PostgresPredictor {
    private final PostgresEngine engine = new PostgresEngine();
    private final ServerVersion version;
    private final Catalog setup;

    PostgresPredictor(int major) {
        version = new ServerVersion(PostgresEngine.ID, major, 0, 0, major + ".0");
        setup = Folding.after(
                        engine, Catalog.empty(engine.conventions()), Forms.statements(Forms.text("postgres-setup.sql")))
                .nextMigration();
    }

    /** Predicts what {@link PostgresBench#observe} will see. */
    Observation predict(Form form) {
        Effects effects = effects(form);
        boolean outside = effects.transactionality() == Transactionality.OUTSIDE_ONLY;
        if (effects.unknown().isPresent()) {
            throw new AssertionError(
                    "the model does not know " + form + ": " + effects.unknown().get());
        }
        if (effects.refusal().isPresent()) {
            return Observation.refused(outside, effects.refusal().get());
        }
        Map<String, String> locks = new TreeMap<>();
        effects.locks().forEach(lock -> locks.put(lock.table().toString(), lock.serverName()));
        Map<String, String> work = new TreeMap<>();
        effects.work()
                .forEach(done -> work.put(done.table().toString(), done.work().name()));
        return Observation.accepted(outside, locks, work);
    }

    /** Returns all that the model says. */
    Effects effects(Form form) {
        Catalog before = Folding.after(engine, setup, form.prelude());
        if (!form.preparesSessionOnly()) {
            before = before.nextMigration();
        }
        return engine.effects().of(Folding.statement(engine, form.statement()), before, version);
    }
}
