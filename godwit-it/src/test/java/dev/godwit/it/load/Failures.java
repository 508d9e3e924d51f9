package dev.godwit.it.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong for an application. */
final class Failures {
    private static final String CACHED_PLAN = "0A000";
    private static final int KEPT = 10;

    private final List<String> failed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int failures;
    private int stalePlans;

    /** A request failed; those of a prepared {@code SELECT *} whose columns have changed are counted apart. */
    synchronized void failed(boolean everyColumn, String request, SQLException error) {
        if (everyColumn && CACHED_PLAN.equals(error.getSQLState())) {
            stalePlans++;
            return;
        }
        failures++;
        keep(failed, request + ": " + error.getSQLState() + " " + error.getMessage());
    }

    synchronized void wrongRead(String what) {
        keep(wrong, what);
    }

    private static void keep(List<String> list, String line) {
        if (list.size() < KEPT) {
            list.add(line);
        }
    }

    synchronized int count() {
        return failures;
    }

    synchronized int stalePlans() {
        return stalePlans;
    }

    synchronized List<String> failed() {
        return List.copyOf(failed);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }
}
