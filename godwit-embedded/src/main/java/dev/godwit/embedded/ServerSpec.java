package dev.godwit.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to start: a product, its exact release and the server settings that differ from this module's fast defaults.
 *
 * <p>A setting is given as in the server's configuration file, for example {@code max_connections} = {@code 20}; an empty
 * value stands for a bare option. A setting {@code x} also takes back a default {@code skip-x}. Specs that are equal
 * share a server in {@link EmbeddedServer#shared}.
 */
public record ServerSpec(ServerKind kind, String release, Map<String, String> settings) {
    public ServerSpec {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Returns this spec with one more setting, which replaces a former one of that name. */
    public ServerSpec with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new ServerSpec(kind, release, more);
    }

    /** Returns product and release, for example {@code PostgreSQL 18.6}. */
    public String title() {
        return kind.title() + " " + release;
    }

    Map<String, String> over(Map<String, String> defaults) {
        Map<String, String> merged = new LinkedHashMap<>(defaults);
        settings.forEach((setting, value) -> {
            merged.remove("skip-" + setting);
            merged.put(setting, value);
        });
        return merged;
    }
}
