package dev.godwit.sqlite;

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
import dev.godwit.sql.Dialect;
import dev.godwit.sql.sqlite.SqliteDialect;
import dev.godwit.sqlite.effect.SqliteEffects;
import dev.godwit.sqlite.lint.SqliteRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** SQLite, as it is built into its driver. */
public final class SqliteEngine implements Engine {
    static final String ID = "sqlite";
    private static final int MAJOR = 3;
    private static final int MINOR = 35;
    private static final int NEWEST_MINOR = 54;

    private final Dialect dialect = new SqliteDialect();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "SQLite";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("sqlite", "sqlite3", "file");
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connector connector() {
        return new SqliteConnector();
    }

    @Override
    public Conventions conventions() {
        return new SqliteConventions();
    }

    @Override
    public KnownVersions versions() {
        return KnownVersions.of(
                ID,
                2,
                IntStream.rangeClosed(MINOR, NEWEST_MINOR)
                        .mapToObj(minor -> MAJOR + "." + minor)
                        .toList());
    }

    @Override
    public CatalogReader catalogReader() {
        return new SqliteCatalogReader(conventions());
    }

    @Override
    public EffectModel effects() {
        return new SqliteEffects();
    }

    @Override
    public List<Rule> rules() {
        return SqliteRules.all();
    }

    @Override
    public StatementSender sender() {
        return (session, source, statement) -> session.execute(source.text(statement.span()));
    }

    @Override
    public LockGuard lockGuard() {
        return new SqliteLockGuard();
    }

    @Override
    public RunnerLock runnerLock() {
        return new FileRunnerLock();
    }

    @Override
    public ObjectFingerprint fingerprint() {
        return new SqliteFingerprint(dialect);
    }

    @Override
    public ServerVersion version(Session session) {
        String text = session.first("SELECT sqlite_version()", row -> row.getString(1))
                .orElseThrow();
        ServerVersion version = parse(text);
        if (!version.atLeast(MAJOR, MINOR)) {
            throw new ConfigurationException("cannot use SQLite " + text + ": it is older than " + MAJOR + "." + MINOR
                    + ". Use a newer org.xerial:sqlite-jdbc");
        }
        return version;
    }

    private static ServerVersion parse(String text) {
        String[] parts = text.split("\\.", -1);
        return new ServerVersion(
                ID, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), text);
    }

    @Override
    public Optional<String> currentSchema(Session session) {
        return Optional.empty();
    }

    @Override
    public boolean hasSchemas() {
        return false;
    }

    @Override
    public boolean isReadOnly(Session session) {
        return !SqliteFile.of(session.url()).isWritable()
                || SqliteConnector.isForReading(session.url())
                || session.first("PRAGMA query_only", row -> row.getInt(1)).orElse(0) != 0;
    }
}
