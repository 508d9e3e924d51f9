package dev.godwit.core.history;

import dev.godwit.core.migration.Problem;
import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import java.util.List;
import java.util.stream.Collectors;

/** Folder and database contradict each other; nothing was changed. */
public final class HistoryMismatchException extends GodwitException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public HistoryMismatchException(String what, List<Problem> problems) {
        super(
                ErrorCode.HISTORY_MISMATCH,
                what + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()),
                null);
        this.problems = List.copyOf(problems);
    }

    /** Returns all that was found. */
    public List<Problem> problems() {
        return problems;
    }
}
