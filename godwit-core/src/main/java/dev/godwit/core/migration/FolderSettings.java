package dev.godwit.core.migration;

import dev.godwit.sql.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of folders must know besides the files.
 *
 * @param dialect the SQL of the files
 * @param product the engine's id, for example {@code postgres}: some layouts keep files per product
 * @param placeholders values for the placeholders of the layout
 * @param environment the environment variables
 */
public record FolderSettings(
        Dialect dialect, String product, Map<String, String> placeholders, Environment environment) {
    public FolderSettings {
        placeholders = Map.copyOf(placeholders);
    }

    /** Looks environment variables up, as {@link System#getenv(String)} does. */
    @FunctionalInterface
    public interface Environment {
        /** Returns the value, or null where the variable is not set. */
        @Nullable
        String get(String name);
    }
}
