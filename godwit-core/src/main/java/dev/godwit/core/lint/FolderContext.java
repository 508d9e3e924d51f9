package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.MigrationFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is looked at. Equal to itself only. */
public final class FolderContext {
    private final ServerVersion version;
    private final SqlWriter writer;
    private final Optional<MigrationFolder> folder;
    private final Optional<Catalog> live;
    private final Map<RuleId, Map<String, String>> options;
    private final List<FileContext> files = new ArrayList<>();
    private final List<FileContext> view = Collections.unmodifiableList(files);

    FolderContext(
            ServerVersion version,
            SqlWriter writer,
            Optional<MigrationFolder> folder,
            Optional<Catalog> live,
            Map<RuleId, Map<String, String>> options) {
        this.version = version;
        this.writer = writer;
        this.folder = folder;
        this.live = live;
        this.options = Map.copyOf(options);
    }

    void add(FileContext file) {
        files.add(file);
    }

    /** Returns the version of the server. */
    public ServerVersion version() {
        return version;
    }

    /** Returns what writes SQL for that server. */
    public SqlWriter writer() {
        return writer;
    }

    /** Returns the files in the order in which they are run, down scripts behind all others. */
    public List<FileContext> files() {
        return view;
    }

    /** Returns the folder; empty where loose files are looked at. */
    public Optional<MigrationFolder> folder() {
        return folder;
    }

    /** Returns what the server said, where one was asked. */
    public Optional<Catalog> live() {
        return live;
    }

    /** Returns a setting of a rule from the configuration. */
    public Optional<String> option(RuleId rule, String name) {
        return Optional.ofNullable(options.getOrDefault(rule, Map.of()).get(name));
    }

    /**
     * Returns a setting of a rule that is a number.
     *
     * @param unset what it is where the configuration does not say
     * @throws IllegalArgumentException if it is no number
     */
    public long number(RuleId rule, String name, long unset) {
        String value = option(rule, name).orElse("");
        try {
            return value.isEmpty() ? unset : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "setting \"" + name + "\" of rule " + rule.value() + " is \"" + value + "\", which is no number",
                    e);
        }
    }
}
