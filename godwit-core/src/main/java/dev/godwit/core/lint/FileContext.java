package dev.godwit.core.lint;

import dev.godwit.core.migration.Migration;
import dev.godwit.sql.SqlSource;
import java.util.List;
import java.util.Optional;

/**
 * A file.
 *
 * @param statements in order; those within code blocks follow their block
 * @param migration which migration and direction it is part of; empty for a loose file
 */
public record FileContext(
        FolderContext folder,
        String name,
        SqlSource source,
        List<StatementContext> statements,
        Optional<Part> migration) {
    /** A script of a migration. */
    public record Part(Migration migration, Direction direction) {
        /** Forward or back. */
        public enum Direction {
            UP,
            DOWN
        }
    }
}
