package dev.godwit.cli.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is set for one run: every value was read, so that a wrong one is reported before anything is done. */
public final class Configuration {
    private final Map<String, Object> values;
    private final List<LintEntry> lint;

    Configuration(Map<String, Object> values, List<LintEntry> lint) {
        this.values = Map.copyOf(values);
        this.lint = List.copyOf(lint);
    }

    /** Returns what the table {@code [lint]} of the file says of rules, to be read by {@link LintConfiguration}. */
    public List<LintEntry> lint() {
        return lint;
    }

    /** Returns the value of {@code key} if it was set. */
    @SuppressWarnings("unchecked") // put there by the reader of the same key
    public <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) values.get(key.name()));
    }

    /** Returns the value of a key that has a default. */
    public <T> T get(Key<T> key) {
        Optional<T> value = find(key);
        return value.isPresent() ? value.get() : key.reader().read(key.fallback());
    }

    /** Tells whether a switch is on. */
    public boolean isOn(Key<Boolean> key) {
        return get(key);
    }
}
