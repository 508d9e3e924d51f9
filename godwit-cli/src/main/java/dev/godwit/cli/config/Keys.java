package dev.godwit.cli.config;

import dev.godwit.cli.config.Key.Kind;
import dev.godwit.cli.config.Key.Scope;
import dev.godwit.cli.config.Key.ValueReader;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.GodwitSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one table of keys: options, variables, {@code godwit.toml}, its template and {@code docs/configuration.md} come from it. */
public final class Keys {
    public static final Key<DatabaseUrl> URL = everywhere(
            "url", "URL", "Database, as postgres://, mysql://, mariadb://, file: or JDBC URL", "", DatabaseUrl::parse);
    public static final Key<String> USER =
            everywhere("user", "NAME", "User, in place of the one in the URL", "", Values::text);
    public static final Key<String> PASSWORD_FILE = everywhere(
            "password-file", "FILE", "File whose first line is the password; or set GODWIT_PASSWORD", "", Values::text);
    public static final Key<String> DIR =
            everywhere("dir", "FOLDER", "Folder of migrations", "migrations", Values::text);
    public static final Key<String> FORMAT = everywhere(
            "format",
            "NAME",
            "Layout of the folder: native, flyway, golang-migrate, dbmate, goose or diesel; recognised unless set",
            "",
            Values::text);
    public static final Key<Map<String, String>> PLACEHOLDER = new Key<>(
            "placeholder",
            "NAME=VALUE",
            "Value of a placeholder of the layout; may be repeated",
            "",
            Kind.PAIRS,
            Scope.EVERYWHERE,
            Values::pairs);
    public static final Key<Boolean> OUT_OF_ORDER =
            toggle("out-of-order", "Run migrations that are older than the newest applied one", Scope.EVERYWHERE);
    public static final Key<Duration> MAX_STALL = everywhere(
            "max-stall", "DURATION", "Longest time that the application may wait at once", "500ms", Durations::parse);
    public static final Key<Duration> LOCK_WAIT =
            everywhere("lock-wait", "DURATION", "How long to go on trying for a lock in all", "5m", Durations::parse);
    public static final Key<Duration> RUNNER_WAIT = everywhere(
            "runner-wait", "DURATION", "How long to wait for another godwit on this database", "30m", Durations::parse);
    public static final Key<Integer> CONNECT_RETRIES = everywhere(
            "connect-retries", "COUNT", "How often to try again when the server is not there", "0", Values::count);
    public static final Key<String> HISTORY_TABLE =
            everywhere("history-table", "NAME", "Another name for the history table of the layout", "", Values::text);
    public static final Key<String> STATE_SCHEMA = everywhere(
            "state-schema",
            "NAME",
            "Schema of Godwit's own tables, on databases with schemas",
            GodwitSettings.DEFAULT_STATE_SCHEMA,
            Values::text);
    public static final Key<OutputFormat> OUTPUT = everywhere(
            "output",
            "FORMAT",
            "Output: text for people, json for programs; lint also knows sarif, github, gitlab and junit",
            "text",
            Values::output);
    public static final Key<String> SERVER = everywhere(
            "server",
            "PRODUCT:VERSION",
            "Server that statements are judged for where none is asked, for example postgres:16",
            "",
            Values::text);
    public static final Key<FailOn> FAIL_ON = everywhere(
            "fail-on",
            "LEVEL",
            "From which severity on findings of lint end with status 1: error, warn, info or none",
            "error",
            Values::failOn);
    public static final Key<String> BASELINE =
            everywhere("baseline", "FILE", "File of findings that lint does not tell again", "", Values::text);
    public static final Key<Boolean> NO_LINT = toggle(
            "no-lint", "Let migrate run what is pending as written, without looking at it first", Scope.EVERYWHERE);
    public static final Key<Boolean> QUIET = toggle("quiet", "Print results and errors only", Scope.EVERYWHERE);
    public static final Key<Boolean> NO_COLOR =
            toggle("no-color", "No colours; NO_COLOR does the same", Scope.EVERYWHERE);
    public static final Key<Boolean> STACKTRACE =
            toggle("stacktrace", "Print the stack trace of an error", Scope.EVERYWHERE);
    public static final Key<String> CONFIG = new Key<>(
            "config",
            "FILE",
            "Configuration file",
            ConfigurationReader.DEFAULT_FILE,
            Kind.VALUE,
            Scope.OPTION_OR_VARIABLE,
            Values::text);

    public static final Key<Boolean> DRY_RUN =
            toggle("dry-run", "Tell what would be done, and change nothing", Scope.OPTION);
    public static final Key<Boolean> YES = toggle("yes", "Do not ask", Scope.OPTION);
    public static final Key<String> TO = option("to", "VERSION", "Version to stop at", Values::text);
    public static final Key<Integer> STEPS =
            option("steps", "COUNT", "How many migrations to take back", Values::positiveCount);
    public static final Key<String> APPLIED =
            option("applied", "VERSION", "It is done: record it as applied", Values::text);
    public static final Key<String> ROLLED_BACK =
            option("rolled-back", "VERSION", "It was taken back by hand: make it pending again", Values::text);
    public static final Key<String> SINCE =
            option("since", "REVISION", "Judge only files that have changed since this revision of git", Values::text);
    public static final Key<Boolean> STDIN = toggle("stdin", "Read SQL from standard input", Scope.OPTION);
    public static final Key<Boolean> WRITE_BASELINE =
            toggle("write-baseline", "Write what is found into the file of --baseline", Scope.OPTION);
    public static final Key<String> ENGINE =
            option("engine", "NAME", "postgres (unless set), mysql, mariadb or sqlite", Values::text);

    /** What says which database and who connects. */
    public static final List<Key<?>> CONNECTION = List.of(URL, USER, PASSWORD_FILE, CONNECT_RETRIES);

    /** What says which folder and how it is read. */
    public static final List<Key<?>> FOLDER =
            List.of(DIR, FORMAT, PLACEHOLDER, OUT_OF_ORDER, HISTORY_TABLE, STATE_SCHEMA);

    /** What says how patient a run is. */
    public static final List<Key<?>> PATIENCE = List.of(MAX_STALL, LOCK_WAIT, RUNNER_WAIT);

    /** What says how lint judges. */
    public static final List<Key<?>> LINT = List.of(SERVER, FAIL_ON, BASELINE);

    /** What every command takes. */
    public static final List<Key<?>> COMMON = List.of(OUTPUT, QUIET, NO_COLOR, STACKTRACE, CONFIG);

    private static final List<Key<?>> CONFIGURABLE =
            concat(CONNECTION, FOLDER, PATIENCE, LINT, List.of(NO_LINT), COMMON);
    private static final List<Key<?>> ALL = concat(
            CONFIGURABLE, List.of(DRY_RUN, YES, TO, STEPS, APPLIED, ROLLED_BACK, SINCE, STDIN, WRITE_BASELINE, ENGINE));

    private Keys() {}

    /** Returns every key that may be set outside the command line. */
    public static List<Key<?>> configurable() {
        return CONFIGURABLE;
    }

    /** Returns every key. */
    static List<Key<?>> all() {
        return ALL;
    }

    /** Joins lists of keys. */
    @SafeVarargs
    public static List<Key<?>> concat(List<Key<?>>... lists) {
        List<Key<?>> all = new ArrayList<>();
        for (List<Key<?>> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** Returns the key of that name which a file may set. */
    static Optional<Key<?>> inFile(String name) {
        for (Key<?> key : configurable()) {
            if (key.name().equals(name) && key.scope() == Scope.EVERYWHERE) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static <T> Key<T> everywhere(
            String name, String label, String description, String fallback, ValueReader<T> reader) {
        return new Key<>(name, label, description, fallback, Kind.VALUE, Scope.EVERYWHERE, reader);
    }

    private static <T> Key<T> option(String name, String label, String description, ValueReader<T> reader) {
        return new Key<>(name, label, description, "", Kind.VALUE, Scope.OPTION, reader);
    }

    private static Key<Boolean> toggle(String name, String description, Scope scope) {
        return new Key<>(name, "", description, "false", Kind.SWITCH, scope, Values::truth);
    }
}
