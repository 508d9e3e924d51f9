package dev.godwit.postgres;

import dev.godwit.core.backfill.RowRanges;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.Connector;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.StatementSender;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.KnownVersions;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.CatalogReader;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.RunnerLock;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.WaysBack;
import dev.godwit.postgres.effect.PostgresEffects;
import dev.godwit.postgres.lint.PostgresRules;
import dev.godwit.postgres.live.PostgresCatalogReader;
import dev.godwit.postgres.plan.PostgresRecipes;
import dev.godwit.postgres.plan.PostgresWaysBack;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.postgres.PostgresDialect;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 14 and newer. */
public final class PostgresEngine implements Engine {
    /** The id of this product. */
    public static final String ID = "postgres";

    private static final int OLDEST = 14;

    private final PostgresDialect dialect = new PostgresDialect();
    private final PostgresConnector connector = new PostgresConnector();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "PostgreSQL";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("postgres", "postgresql");
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connector connector() {
        return connector;
    }

    @Override
    public Conventions conventions() {
        return new PostgresConventions();
    }

    // The runner needs 14; what older ones do has been measured too.
    @Override
    public KnownVersions versions() {
        return KnownVersions.of(ID, 1, List.of("10", "11", "12", "13", "14", "15", "16", "17", "18"));
    }

    @Override
    public CatalogReader catalogReader() {
        return new PostgresCatalogReader(conventions());
    }

    @Override
    public EffectModel effects() {
        return new PostgresEffects();
    }

    @Override
    public List<Rule> rules() {
        return PostgresRules.all(effects());
    }

    @Override
    public List<Recipe> recipes() {
        return PostgresRecipes.all();
    }

    @Override
    public WaysBack waysBack() {
        return new PostgresWaysBack();
    }

    @Override
    public Optional<RowRanges> rowRanges() {
        return Optional.of(new PostgresRowRanges());
    }

    @Override
    public StatementSender sender() {
        return new PostgresSender();
    }

    @Override
    public LockGuard lockGuard() {
        return new PostgresLockGuard(dialect);
    }

    @Override
    public RunnerLock runnerLock() {
        return new PostgresRunnerLock(connector);
    }

    @Override
    public ObjectFingerprint fingerprint() {
        return new PostgresFingerprint(dialect);
    }

    @Override
    public ServerVersion version(Session session) {
        ServerVersion version = session.with(connection -> {
            DatabaseMetaData server = connection.getMetaData();
            return new ServerVersion(
                    ID,
                    server.getDatabaseMajorVersion(),
                    server.getDatabaseMinorVersion(),
                    0,
                    server.getDatabaseProductVersion());
        });
        if (!version.atLeast(OLDEST)) {
            throw new ConfigurationException("cannot work with PostgreSQL " + version + " at " + session.url()
                    + ": it is older than " + OLDEST + ". Upgrade the server first");
        }
        return version;
    }

    @Override
    public Optional<String> currentSchema(Session session) {
        return session.first("SELECT coalesce(current_schema(), 'public')", row -> String.valueOf(row.getString(1)));
    }

    @Override
    public boolean hasSchemas() {
        return true;
    }

    @Override
    public void hide(Session session, String schema) {
        session.query(
                "SELECT set_config('search_path', coalesce(string_agg(quote_ident(name), ', ' ORDER BY place), ''),"
                        + " false) FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place) WHERE name <>"
                        + " ?",
                row -> row.getString(1),
                schema);
    }

    @Override
    public boolean isReadOnly(Session session) {
        return session.first(
                        "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean",
                        row -> row.getBoolean(1))
                .orElse(false);
    }
}
