package dev.godwit.core.migration;

import dev.godwit.sql.Dialect;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of folders must know besides the files.
 *
 * @param dialect the SQL of the files
 * @param product the engine's id, for example {@code postgres}: some layouts keep files per product
 * @param placeholders values for the placeholders of the layout
 * @param environment looks an environment variable up; null where it is not set
 */
public record FolderSettings(
        Dialect dialect,
        String product,
        Map<String, String> placeholders,
        Function<String, @Nullable String> environment) {
    public FolderSettings {
        placeholders = Map.copyOf(placeholders);
    }
}
