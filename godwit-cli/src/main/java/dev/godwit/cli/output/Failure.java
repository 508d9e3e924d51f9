package dev.godwit.cli.output;

import dev.godwit.cli.config.Secrets;
import dev.godwit.core.history.HistoryMismatchException;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.UnsafePlanException;
import dev.godwit.core.migration.Problem;
import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An error as it is shown.
 *
 * @param code empty for a defect of Godwit itself
 * @param lint what was found, where that is the reason
 */
public record Failure(
        Optional<ErrorCode> code,
        String message,
        List<Problem> problems,
        Optional<LintReport> lint,
        String stackTrace) {
    public Failure {
        problems = List.copyOf(problems);
    }

    /** Reads what was thrown; every text loses its secrets here, the last place before it is shown. */
    public static Failure of(Throwable thrown, Secrets secrets) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return new Failure(
                thrown instanceof GodwitException known ? Optional.of(known.code()) : Optional.empty(),
                secrets.hide(message(thrown)),
                problems(thrown).stream()
                        .map(problem -> new Problem(problem.file(), secrets.hide(problem.message())))
                        .toList(),
                thrown instanceof UnsafePlanException unsafe ? Optional.of(unsafe.report()) : Optional.empty(),
                secrets.hide(trace.toString()));
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof GodwitException) {
            return String.valueOf(thrown.getMessage());
        }
        return "cannot go on: unexpected " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage()
                + ". This is a defect of Godwit: run again with --stacktrace and report what it prints.";
    }

    private static List<Problem> problems(Throwable thrown) {
        return thrown instanceof HistoryMismatchException mismatch ? mismatch.problems() : List.of();
    }

    /** Returns the code as programs read it. */
    String codeName() {
        return code.map(known -> known.name().toLowerCase(Locale.ROOT)).orElse("internal_error");
    }

    boolean isInterruption() {
        return code.filter(ErrorCode.INTERRUPTED::equals).isPresent();
    }
}
