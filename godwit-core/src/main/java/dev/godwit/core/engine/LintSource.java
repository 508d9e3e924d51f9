package dev.godwit.core.engine;

import dev.godwit.sql.SqlSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the linter looks at. */
public sealed interface LintSource {
    /**
     * A folder of migrations, in the order of its layout.
     *
     * @param format the id of the layout; empty to recognise it
     * @param placeholders values for the placeholders of the layout
     */
    record Folder(Path directory, Optional<String> format, Map<String, String> placeholders) implements LintSource {
        public Folder {
            placeholders = Map.copyOf(placeholders);
        }
    }

    /** Texts that are read as one history, in this order. */
    record Texts(List<SqlSource> texts) implements LintSource {
        public Texts {
            texts = List.copyOf(texts);
        }
    }
}
