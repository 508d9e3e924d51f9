package dev.godwit.postgres.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Statements that are run only where something is so, as one statement. */
final class Guarded {
    private Guarded() {}

    /**
     * Returns a block.
     *
     * @param query gives a row where the statements are to be run
     */
    static String by(String query, List<String> statements) {
        return statements.stream()
                .map(statement -> "    " + statement + ";\n")
                .collect(Collectors.joining(
                        "", "DO $godwit$\nBEGIN\n  IF EXISTS (" + query + ") THEN\n", "  END IF;\nEND\n$godwit$"));
    }
}
