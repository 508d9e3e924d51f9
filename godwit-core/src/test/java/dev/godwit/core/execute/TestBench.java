package dev.godwit.core.execute;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.FakeConventions;
import dev.godwit.core.db.Connector;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqliteSessions;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.journal.Digest;
import dev.godwit.core.journal.Journal;
import dev.godwit.core.journal.JournalEntry;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.TestMigrations;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Runs migrations on an SQLite file, with a server's answers that a test can choose. */
final class TestBench implements AutoCloseable {
    static final MigrationId ID = new MigrationId("1");

    final FakeClock clock = new FakeClock();
    final StopSignal stop = new StopSignal();
    final List<Event> events = new ArrayList<>();
    final Answers answers = new Answers();

    private final SqliteSessions sessions;
    private final HistorySettings settings;
    private final WorkSession work;
    private final Journal journal;
    private final Session looking;
    private Predicate<Event> crash = event -> false;

    TestBench(Path file) {
        this.sessions = SqliteSessions.file(file);
        this.settings = new HistorySettings(
                "sqlite", new SqliteDialect(), Optional.empty(), Optional.empty(), Optional.empty(), "ann", clock);
        this.work = new WorkSession(sessions::open);
        this.journal = new Journal(settings, "native");
        this.looking = sessions.open();
        new StateTables(settings, List.of(Journal.TABLE)).create(looking);
        looking.execute("CREATE TABLE done (what text)");
        looking.execute("CREATE TABLE data (value text)");
    }

    /** The end of a process, as far as its database can tell. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the server answers when it is asked about locks, sessions and proofs. */
    static final class Answers implements LockGuard, ObjectFingerprint, Connector {
        final Deque<List<String>> blockers = new ArrayDeque<>();
        Proof proof = Proof.BY_DIGEST;
        String identity = "";
        boolean alive;
        Runnable onBlockers = () -> {};

        @Override
        public void limit(Session session, LockMode lock, LockPolicy policy) {}

        @Override
        public Watch watch(Session session, Duration limit) {
            return Watch.NONE;
        }

        @Override
        public List<String> blockers(Session session, SqlSource source, Statement statement) {
            onBlockers.run();
            return blockers.isEmpty() ? List.of() : blockers.removeFirst();
        }

        @Override
        public String of(Session session, SqlSource source, Statement statement) {
            return Digest.of(session.query(
                    "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'godwit%' ORDER BY name",
                    row -> String.valueOf(row.getString(1))));
        }

        @Override
        public void clean(Session session, SqlSource source, Statement statement) {}

        @Override
        public Proof proof(Statement statement, Session session, SqlSource source) {
            return proof;
        }

        @Override
        public Session connect(DatabaseUrl url, String applicationName) {
            throw new IllegalStateException("sessions are opened by the bench");
        }

        @Override
        public String identity(Session session) {
            return identity;
        }

        @Override
        public boolean isAlive(Session session, String candidate) {
            return alive && candidate.equals(identity);
        }
    }

    void crashAt(Predicate<Event> instant) {
        crash = instant;
    }

    void up(String sql) {
        up(sql, TransactionMode.AUTOMATIC);
    }

    void up(String sql, TransactionMode mode) {
        run(TestMigrations.sql(ID.value(), mode, sql, ""), Direction.UP, LockPolicy.DEFAULT);
    }

    void up(String sql, LockPolicy policy) {
        run(TestMigrations.sql(ID.value(), TransactionMode.AUTOMATIC, sql, ""), Direction.UP, policy);
    }

    void down(String sql) {
        run(TestMigrations.sql(ID.value(), TransactionMode.AUTOMATIC, "", sql), Direction.DOWN, LockPolicy.DEFAULT);
    }

    private void run(Migration migration, Direction direction, LockPolicy policy) {
        MigrationRunner.Start from = unfinished() ? MigrationRunner.Start.LEFT_HALF_DONE : MigrationRunner.Start.FRESH;
        try {
            new MigrationRunner(context(policy)).run(migration, direction, from, new Done());
        } finally {
            work.discard();
        }
    }

    private RunContext context(LockPolicy policy) {
        ExecutionParts parts = new ExecutionParts(
                settings.dialect(),
                new FakeEffects(),
                Catalog.unknown(new FakeConventions()),
                FakeEffects.VERSION,
                (session, source, statement) -> session.execute(source.text(statement.span())),
                answers,
                answers,
                Optional.empty());
        return new RunContext(parts, work, answers, journal, policy, stop, this::note, clock, new Random(1));
    }

    private void note(Event event) {
        events.add(event);
        if (crash.test(event)) {
            crash = other -> false;
            throw new Crash();
        }
    }

    boolean unfinished() {
        return !journal.unfinished(looking).isEmpty();
    }

    List<JournalEntry> journalled(Direction direction) {
        return journal.read(looking, ID, direction.name());
    }

    List<String> done() {
        return looking.query("SELECT what FROM done ORDER BY rowid", row -> row.getString(1));
    }

    List<String> data() {
        return looking.query("SELECT value FROM data ORDER BY rowid", row -> row.getString(1));
    }

    List<String> objects() {
        return looking.query(
                "SELECT name FROM sqlite_master WHERE name NOT LIKE 'godwit%' AND name NOT LIKE 'sqlite%'"
                        + " AND name NOT IN ('done', 'data') ORDER BY name",
                row -> row.getString(1));
    }

    void journal(JournalEntry entry) {
        journal.write(looking, ID, Direction.UP.name(), entry);
    }

    List<String> eventNames() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    List<String> resumed() {
        return events.stream()
                .filter(Event.Resuming.class::isInstance)
                .map(Event.Resuming.class::cast)
                .map(resuming -> resuming.done() + " of " + resuming.units())
                .toList();
    }

    @Override
    public void close() {
        work.close();
        looking.close();
    }

    /** A history that is a list of words. */
    private static final class Done implements Completion {
        @Override
        public void started(Session session) {
            session.update("INSERT INTO done VALUES ('started')");
        }

        @Override
        public void failed(Session session, Duration took) {
            session.update("INSERT INTO done VALUES ('failed')");
        }

        @Override
        public void withdrawn(Session session) {
            session.update("INSERT INTO done VALUES ('withdrawn')");
        }

        @Override
        public void record(Session session, Duration took) {
            session.update("INSERT INTO done VALUES ('recorded')");
        }

        @Override
        public boolean isRecorded(Session session) {
            return session.first("SELECT 1 FROM done WHERE what = 'recorded'", row -> row.getInt(1))
                    .isPresent();
        }
    }
}
