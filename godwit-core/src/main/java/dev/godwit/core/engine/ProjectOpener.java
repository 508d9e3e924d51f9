package dev.godwit.core.engine;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.history.FormatChoice;
import dev.godwit.core.history.GodwitHistory;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.history.SupplementedHistory;
import dev.godwit.core.journal.Journal;
import dev.godwit.core.journal.PlanStore;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.MigrationFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the folder, connects and finds out what is at hand. */
final class ProjectOpener {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final List<Engine> engines;
    private final List<MigrationFormat> formats;
    private final GodwitSettings settings;
    private final EventListener listener;
    private final StopSignal stop;
    private final Clock clock;

    ProjectOpener(
            List<Engine> engines,
            List<MigrationFormat> formats,
            GodwitSettings settings,
            EventListener listener,
            StopSignal stop,
            Clock clock) {
        this.engines = List.copyOf(engines);
        this.formats = List.copyOf(formats);
        this.settings = settings;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
    }

    FolderListing listing() {
        return FolderListing.of(settings.directory());
    }

    MigrationFormat format(FolderListing listing) {
        return new FormatChoice(formats).of(listing, settings.format());
    }

    /** Works with a server without a folder. */
    interface ServerWork<T> {
        T with(Engine engine, Session session, ServerVersion version);
    }

    <T> T connected(ServerWork<T> work) {
        Engine byUrl = engineOf(settings.url().scheme());
        try (Session session = connect(byUrl, "godwit")) {
            ServerVersion version = byUrl.version(session);
            listener.on(new Event.Connected(settings.url(), version));
            return work.with(engine(version), session, version);
        }
    }

    Project open() {
        Engine byUrl = engineOf(settings.url().scheme());
        FolderListing listing = listing();
        MigrationFormat format = format(listing);
        Session session = connect(byUrl, "godwit");
        try {
            ServerVersion version = byUrl.version(session);
            listener.on(new Event.Connected(settings.url(), version));
            Engine engine = engine(version);
            HistorySettings historySettings = historySettings(engine, session);
            MigrationFolder folder = format.source().read(listing, folderSettings(engine, format, historySettings));
            folder.notes().forEach(note -> listener.on(new Event.FolderNoted(note)));
            return new Project(
                    engine,
                    session,
                    version,
                    folder,
                    history(format, historySettings),
                    new StateTables(historySettings, List.of(Journal.TABLE, PlanStore.TABLE)),
                    new Journal(historySettings, format.id()),
                    new PlanStore(historySettings, format.id()),
                    historySettings);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private FolderSettings folderSettings(Engine engine, MigrationFormat format, HistorySettings historySettings) {
        Map<String, String> placeholders = new HashMap<>(
                format.builtInPlaceholders(historySettings, settings.url().database()));
        placeholders.putAll(settings.placeholders());
        return new FolderSettings(engine.dialect(), engine.id(), placeholders, System::getenv);
    }

    private HistoryStore history(MigrationFormat format, HistorySettings historySettings) {
        HistoryStore store = format.history(historySettings);
        return store instanceof GodwitHistory
                ? store
                : new SupplementedHistory(store, new GodwitHistory(historySettings, format.id()));
    }

    private HistorySettings historySettings(Engine engine, Session session) {
        return new HistorySettings(
                engine.id(),
                engine.dialect(),
                engine.currentSchema(session),
                engine.hasSchemas() ? Optional.of(settings.stateSchema()) : Optional.empty(),
                settings.historyTable(),
                user(),
                clock);
    }

    private Engine engineOf(String scheme) {
        return engines.stream()
                .filter(engine -> engine.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("cannot use database URL with scheme \"" + scheme
                        + "\": Godwit knows "
                        + engines.stream().map(Engine::displayName).collect(Collectors.joining(", "))
                        + ". Write it as "
                        + engines.stream()
                                .flatMap(engine -> engine.schemes().stream())
                                .sorted()
                                .map(known -> known + ":")
                                .collect(Collectors.joining(", "))
                        + " …, with or without jdbc:"));
    }

    // The server, not the URL, says what product it is: a mysql: URL may well lead to MariaDB.
    private Engine engine(ServerVersion version) {
        return engines.stream()
                .filter(engine -> engine.id().equals(version.product()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "cannot work with " + version.product() + " " + version + ": it is not known"));
    }

    /** Opens a session, trying again as often as the user allows while the server is not to be reached. */
    Session connect(Engine engine, String name) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return withoutOwnSchema(engine, engine.connector().connect(settings.url(), name));
            } catch (DatabaseException e) {
                if (e.kind() != SqlErrorKind.UNREACHABLE || attempt > settings.connectRetries() || stop.isRequested()) {
                    throw explained(e);
                }
                listener.on(new Event.ConnectRetry(
                        settings.url(), String.valueOf(e.getMessage()), attempt, settings.connectRetries(), pause));
                stop.await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private Session withoutOwnSchema(Engine engine, Session session) {
        if (engine.hasSchemas() && user().equals(settings.stateSchema())) {
            engine.hide(session, settings.stateSchema());
        }
        return session;
    }

    private String user() {
        return settings.url().user().orElseGet(() -> System.getProperty("user.name", "unknown"));
    }

    private static String withoutFullStop(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private DatabaseException explained(DatabaseException e) {
        String next = switch (e.kind()) {
            case AUTHENTICATION -> "Look at user and password (GODWIT_PASSWORD, or in the URL)";
            case NO_SUCH_DATABASE -> "Create the database first, or correct its name in the URL";
            case UNREACHABLE ->
                "Look whether the server runs and accepts connections there; --connect-retries waits for it";
            case LOCK_TIMEOUT, DEADLOCK, CANCELLED, CONNECTION_LOST, PERMISSION, READ_ONLY, DISK_FULL, OTHER ->
                "Look at the URL and at the log of the server";
        };
        return new DatabaseException(
                e.kind(),
                "cannot connect to database \"" + settings.url() + "\": "
                        + withoutFullStop(String.valueOf(e.getMessage())) + ". " + next,
                e.sqlState().orElse(null),
                0,
                e);
    }
}
