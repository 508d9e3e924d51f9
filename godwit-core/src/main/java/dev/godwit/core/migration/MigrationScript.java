package dev.godwit.core.migration;

/**
 * The SQL of one direction of a migration. It is read from its file whenever it is wanted and never kept, so that a folder of any size
 * costs little memory.
 */
@FunctionalInterface
public interface MigrationScript {
    /**
     * Reads the text.
     *
     * @throws InvalidMigrationException if the file is gone, unreadable, not UTF-8 or no longer what it was
     */
    ScriptText read();
}
