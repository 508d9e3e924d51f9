package dev.godwit.it;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.lint.LintSettings;
import dev.godwit.formats.Formats;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sqlite.SqliteEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Godwit put together as the command line does it. */
public final class Migrations {
    /** What lint is told by someone who sets nothing. */
    public static final LintSettings LINT = LintSettings.defaults(Set::of);

    private Migrations() {}

    static List<Engine> engines() {
        return List.of(new PostgresEngine(), new MysqlEngine(), new MariadbEngine(), new SqliteEngine());
    }

    /** Makes the facade with every default. */
    public static Godwit godwit(String url, Path directory, EventListener listener) {
        return godwit(GodwitSettings.of(DatabaseUrl.parse(url), directory), listener, new StopSignal());
    }

    /** Makes the facade. */
    public static Godwit godwit(GodwitSettings settings, EventListener listener, StopSignal stop) {
        return new Godwit(engines(), Formats.all(), settings, listener, stop, Clock.systemUTC());
    }

    /** Applies all that is pending. */
    public static RunReport migrate(TestDatabase database, Path directory) {
        return godwit(database.url(), directory, event -> {}).migrate(Optional.empty(), RunMode.RUN);
    }

    /** Writes files below a folder. */
    public static Path write(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> write(folder.resolve(name), text));
        return folder;
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
