package dev.godwit.it.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the database has promised to keep: the last acknowledged value of each row. Rows that were there hold their own number at first. */
final class Ledger {
    private static final int SHOWN = 5;

    private final long rows;
    private final Map<Long, Optional<Long>> written = new ConcurrentHashMap<>();

    Ledger(long rows) {
        this.rows = rows;
    }

    void wrote(long number, long value) {
        written.put(number, Optional.of(value));
    }

    void removed(long number) {
        written.put(number, Optional.empty());
    }

    /** Returns what the row must hold; empty if there must be none. */
    Optional<Long> value(long number) {
        Optional<Long> known = written.get(number);
        return known != null ? known : number <= rows ? Optional.of(number) : Optional.empty();
    }

    long size() {
        return rows;
    }

    /** Returns how the database differs from what was promised, one line for each of the first rows; empty if it does not. */
    List<String> differences(Map<Long, String> stored) {
        Map<Long, String> wanted = new HashMap<>();
        for (long number = 1; number <= rows; number++) {
            wanted.put(number, String.valueOf(number));
        }
        written.forEach((number, value) ->
                value.ifPresentOrElse(kept -> wanted.put(number, kept.toString()), () -> wanted.remove(number)));
        if (wanted.equals(stored)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        new TreeMap<>(wanted).forEach((number, value) -> {
            if (!value.equals(stored.get(number))) {
                lines.add("row " + number + " should hold " + value + ", and "
                        + (stored.containsKey(number) ? "holds " + stored.get(number) : "is not there"));
            }
        });
        new TreeMap<>(stored).forEach((number, value) -> {
            if (!wanted.containsKey(number)) {
                lines.add("row " + number + " should not be there, and holds " + value);
            }
        });
        int more = lines.size() - SHOWN;
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(SHOWN, lines.size())));
        if (more > 0) {
            shown.add("and " + more + " more");
        }
        return shown;
    }
}
