package dev.godwit.core.engine;

import dev.godwit.core.lint.LintSettings;
import java.util.function.Predicate;

/**
 * How the linter looks.
 *
 * @param judged tells of a file, by its name as it is shown, whether rules are asked about it; others are only history
 */
public record LintRequest(LintSettings settings, Predicate<String> judged) {
    /** Judges every file. */
    public static LintRequest everything(LintSettings settings) {
        return new LintRequest(settings, file -> true);
    }
}
