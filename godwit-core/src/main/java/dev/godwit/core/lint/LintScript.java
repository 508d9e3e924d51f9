package dev.godwit.core.lint;

import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.ScriptText;
import java.util.Optional;

/**
 * A script to look at.
 *
 * @param part which migration and direction it is; empty for a loose file
 * @param mode whether whoever runs it puts it into a transaction
 */
public record LintScript(ScriptText text, Optional<FileContext.Part> part, TransactionMode mode) {
    /** A file that belongs to no folder; it is taken to be run in one transaction. */
    public static LintScript loose(ScriptText text) {
        return new LintScript(text, Optional.empty(), TransactionMode.AUTOMATIC);
    }

    /** The change that a migration makes. */
    public static LintScript up(Migration migration) {
        return new LintScript(
                migration.up().read(),
                Optional.of(new FileContext.Part(migration, FileContext.Part.Direction.UP)),
                migration.transactionMode());
    }

    /** The way back of a migration, where it has one. */
    public static Optional<LintScript> down(Migration migration) {
        return migration
                .down()
                .map(down -> new LintScript(
                        down.read(),
                        Optional.of(new FileContext.Part(migration, FileContext.Part.Direction.DOWN)),
                        migration.transactionMode()));
    }
}
