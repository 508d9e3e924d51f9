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
 * @param scope whether rules are asked about it
 */
public record LintScript(ScriptText text, Optional<FileContext.Part> part, TransactionMode mode, Scope scope) {
    /** Whether rules are asked about it. */
    public enum Scope {
        JUDGED,
        /** What it did is known, and that is all. */
        HISTORY
    }

    /** A file that belongs to no folder: whether it is run in one transaction is told by what stands in it. */
    public static LintScript loose(ScriptText text) {
        return new LintScript(text, Optional.empty(), TransactionMode.AUTOMATIC, Scope.JUDGED);
    }

    /** The change that a migration makes. */
    public static LintScript up(Migration migration) {
        return new LintScript(
                migration.up().read(),
                Optional.of(new FileContext.Part(migration, FileContext.Part.Direction.UP)),
                migration.transactionMode(),
                Scope.JUDGED);
    }

    /** The way back of a migration, where it has one. */
    public static Optional<LintScript> down(Migration migration) {
        return migration
                .down()
                .map(down -> new LintScript(
                        down.read(),
                        Optional.of(new FileContext.Part(migration, FileContext.Part.Direction.DOWN)),
                        migration.transactionMode(),
                        Scope.JUDGED));
    }

    /** Returns the same as mere history. */
    public LintScript asHistory() {
        return new LintScript(text, part, mode, Scope.HISTORY);
    }
}
