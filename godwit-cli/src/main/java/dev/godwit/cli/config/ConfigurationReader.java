package dev.godwit.cli.config;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.lint.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is set: an option wins over its variable, that over {@code godwit.toml}, that over {@code DATABASE_URL} and the default.
 */
public final class ConfigurationReader {
    /** The file that is read where it exists. */
    public static final String DEFAULT_FILE = "godwit.toml";

    private static final String LINT = "lint";

    /** Whether the configuration file counts. */
    public enum FileUse {
        READ,
        IGNORED
    }

    private final Path workingDirectory;
    private final Function<String, @Nullable String> environment;

    /** Makes one that looks variables up in {@code environment}. */
    public ConfigurationReader(Path workingDirectory, Function<String, @Nullable String> environment) {
        this.workingDirectory = workingDirectory;
        this.environment = environment;
    }

    /**
     * Reads all sources.
     *
     * @param options what was given on the command line, by the name of the key
     * @param fileUse whether the configuration file is read
     * @throws ConfigurationException naming the source of what cannot be read
     */
    public Configuration read(Map<String, String> options, FileUse fileUse) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<LintEntry> lint = new ArrayList<>();
        options.forEach((name, text) -> settings.put(name, new Setting(text, "option \"--" + name + "\"")));
        addVariables(settings);
        if (fileUse == FileUse.READ) {
            addFile(settings, lint);
        }
        String url = environment.apply("DATABASE_URL");
        if (url != null && !url.isBlank()) {
            settings.putIfAbsent(Keys.URL.name(), new Setting(url, "variable \"DATABASE_URL\""));
        }
        return new Configuration(values(settings), lint);
    }

    /** Returns a configuration of exactly these values, by the names of their keys. */
    public static Configuration of(Map<String, Object> values) {
        return new Configuration(values, List.of());
    }

    private void addVariables(Map<String, Setting> settings) {
        for (Key<?> key : Keys.configurable()) {
            String text = environment.apply(key.variable());
            if (text != null && !text.isEmpty()) {
                String value = key.kind() == Key.Kind.PAIRS ? text.replace(',', '\n') : text;
                addWeaker(settings, key, new Setting(value, "variable \"" + key.variable() + "\""));
            }
        }
        String noColor = environment.apply("NO_COLOR");
        if (noColor != null && !noColor.isEmpty()) {
            settings.putIfAbsent(Keys.NO_COLOR.name(), new Setting("true", "variable \"NO_COLOR\""));
        }
    }

    private void addFile(Map<String, Setting> settings, List<LintEntry> lint) {
        Setting named = settings.get(Keys.CONFIG.name());
        String name = named == null ? DEFAULT_FILE : named.text();
        Path file = workingDirectory.resolve(name);
        if (named == null && !Files.exists(file)) {
            return;
        }
        Map<Key<?>, Setting> found = new LinkedHashMap<>();
        for (TomlEntry entry : TomlReader.read(name, text(name, file))) {
            if (entry.path().getFirst().equals(LINT) && entry.path().size() > 1) {
                lint.add(new LintEntry(
                        entry.path().subList(1, entry.path().size()), entry.value(), source(entry, name)));
            } else {
                addEntry(found, entry, name);
            }
        }
        found.forEach((key, setting) -> addWeaker(settings, key, setting));
    }

    // Pairs of all sources are joined; of two with one name, the later one of the text wins.
    private static void addWeaker(Map<String, Setting> settings, Key<?> key, Setting weaker) {
        Setting stronger = settings.putIfAbsent(key.name(), weaker);
        if (stronger != null && key.kind() == Key.Kind.PAIRS) {
            settings.put(key.name(), new Setting(weaker.text() + "\n" + stronger.text(), stronger.source()));
        }
    }

    private static String text(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("cannot read configuration \"" + name
                    + "\": there is no such file. Make it with `godwit init` or correct --config.");
        } catch (IOException e) {
            throw new ConfigurationException("cannot read configuration \"" + name + "\": " + e.getMessage()
                    + ". Make it a readable UTF-8 file.");
        }
    }

    private static String source(TomlEntry entry, String file) {
        return "key \"" + entry.name() + "\" in " + file + ", line " + entry.line();
    }

    private void addEntry(Map<Key<?>, Setting> found, TomlEntry entry, String file) {
        String source = source(entry, file);
        Key<?> key = Keys.inFile(entry.path().getFirst())
                .filter(known ->
                        (known.kind() == Key.Kind.PAIRS) == (entry.path().size() == 2))
                .filter(known -> entry.path().size() <= 2)
                .orElseThrow(() -> unknownKey(entry, source));
        if (key.kind() == Key.Kind.PAIRS) {
            String pair = entry.path().getLast() + "=" + entry.value();
            Setting earlier = found.get(key);
            found.put(key, new Setting(earlier == null ? pair : earlier.text() + "\n" + pair, source));
            return;
        }
        String value = key.equals(Keys.URL) ? substitute(entry.value(), source) : entry.value();
        found.put(key, new Setting(value, source));
    }

    private static ConfigurationException unknownKey(TomlEntry entry, String source) {
        if (entry.name().equals("password")) {
            return new ConfigurationException("cannot read " + source
                    + ": passwords do not belong in this file. Set GODWIT_PASSWORD, or name a file with"
                    + " password-file.");
        }
        List<String> known = Keys.configurable().stream()
                .filter(key -> key.scope() == Key.Scope.EVERYWHERE)
                .map(Key::name)
                .toList();
        Optional<String> nearest = NearestName.of(entry.name(), known);
        return new ConfigurationException("cannot read " + source + ": there is no such key. "
                + nearest.map(name -> "Did you mean \"" + name + "\"?")
                        .orElse("The keys are " + String.join(", ", known) + "."));
    }

    // Only ${NAME} is replaced: a lone $ may be part of a password.
    private String substitute(String text, String source) {
        var result = new StringBuilder();
        int from = 0;
        int start = text.indexOf("${");
        while (start >= 0) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                throw new ConfigurationException("cannot read " + source + ": ${ is not closed. Write ${NAME}.");
            }
            String name = text.substring(start + 2, end);
            String value = environment.apply(name);
            if (value == null) {
                throw new ConfigurationException("cannot read " + source + ": variable \"" + name
                        + "\" is not set. Set it or write the URL here.");
            }
            result.append(text, from, start).append(value);
            from = end + 1;
            start = text.indexOf("${", from);
        }
        return result.append(text, from, text.length()).toString();
    }

    private static Map<String, Object> values(Map<String, Setting> settings) {
        Map<String, Object> values = new HashMap<>();
        for (Key<?> key : Keys.all()) {
            Setting setting = settings.get(key.name());
            if (setting != null) {
                values.put(key.name(), value(key, setting));
            }
        }
        return values;
    }

    private static Object value(Key<?> key, Setting setting) {
        try {
            return java.util.Objects.requireNonNull(key.reader().read(setting.text()), "a reader returned null");
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("cannot read " + setting.source() + ": " + e.getMessage() + ".");
        } catch (ConfigurationException e) {
            throw new ConfigurationException(e.getMessage() + " It came from " + setting.source() + ".");
        }
    }

    /**
     * Returns the database with its login: the password is the one of {@code GODWIT_PASSWORD}, else of the password file, else of the URL.
     *
     * @throws ConfigurationException if no URL is set or the password file cannot be read
     */
    public DatabaseUrl url(Configuration configuration) {
        DatabaseUrl url = configuration
                .find(Keys.URL)
                .orElseThrow(() -> new ConfigurationException(
                        "cannot find the database: no URL is set. Give --url, set GODWIT_URL or DATABASE_URL, or write"
                                + " url in "
                                + DEFAULT_FILE + "."));
        Optional<String> password = Optional.ofNullable(environment.apply("GODWIT_PASSWORD"))
                .filter(text -> !text.isEmpty())
                .or(() -> configuration.find(Keys.PASSWORD_FILE).map(this::password));
        return url.withLogin(configuration.find(Keys.USER), password);
    }

    private String password(String name) {
        try (Stream<String> lines = Files.lines(workingDirectory.resolve(name))) {
            return lines.findFirst().orElse("");
        } catch (IOException | java.io.UncheckedIOException e) {
            String why = e instanceof NoSuchFileException ? "there is no such file" : "it cannot be read as UTF-8 text";
            throw new ConfigurationException(
                    "cannot read password file \"" + name + "\": " + why + ". Correct --password-file.");
        }
    }
}
