package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.FolderContext;
import java.util.List;
import java.util.Optional;

/** What rules ask of all files together. */
final class Folders {
    private Folders() {}

    /** Returns what is known of the schema when all ways forward have been carried out. */
    static Optional<Catalog> end(FolderContext folder) {
        List<FileContext> files = folder.files();
        for (int i = files.size() - 1; i >= 0; i--) {
            FileContext file = files.get(i);
            if (!file.isDown() && !file.statements().isEmpty()) {
                return Optional.of(file.statements().getLast().after());
            }
        }
        return Optional.empty();
    }
}
