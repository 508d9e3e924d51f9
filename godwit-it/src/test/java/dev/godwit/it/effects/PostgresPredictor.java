package dev.godwit.it.effects;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the effect model says of a form, on the catalog that the setup makes. */
final class PostgresPredictor {
    private final PostgresEngine engine = new PostgresEngine();
    private final ServerVersion version;
    private final Catalog setup;

    PostgresPredictor(int major) {
        version = new ServerVersion(PostgresEngine.ID, major, 0, 0, major + ".0");
        setup = after(Catalog.empty(engine.conventions()), statements(Forms.text("postgres-setup.sql")))
                .nextMigration();
    }

    /** Predicts what {@link PostgresBench#observe} will see. */
    Observation predict(Form form) {
        Effects effects = effects(form);
        boolean outside = effects.transactionality() == Transactionality.OUTSIDE_ONLY;
        if (effects.unknown().isPresent()) {
            throw new AssertionError("the model does not know " + form + ": " + effects.unknown().get());
        }
        if (effects.refusal().isPresent()) {
            return Observation.refused(outside, effects.refusal().get());
        }
        Map<String, String> locks = new TreeMap<>();
        effects.locks().forEach(lock -> locks.put(lock.table().toString(), lock.serverName()));
        Map<String, String> work = new TreeMap<>();
        effects.work().forEach(done -> work.put(done.table().toString(), done.work().name()));
        return Observation.accepted(outside, locks, work);
    }

    /** Returns all that the model says. */
    Effects effects(Form form) {
        Catalog before = after(setup, statements(String.join(";\n", form.prelude())));
        if (!form.preparesSessionOnly()) {
            before = before.nextMigration();
        }
        return engine.effects().of(statements(form.statement()).getFirst(), before, version);
    }

    private static Catalog after(Catalog before, List<Statement> statements) {
        Catalog catalog = before;
        for (Statement statement : statements) {
            catalog = catalog.after(statement);
        }
        return catalog;
    }

    private static List<Statement> statements(String sql) {
        SqlSource source = SqlSource.of("forms", sql);
        return new PostgresDialect().split(source, source.whole()).statements();
    }
}
