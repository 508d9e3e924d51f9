package dev.godwit.core.plan;

import java.util.List;

/** How a step is taken back. */
public sealed interface WayBack {
    /**
     * By statements, in order and without terminators. Each is safe to run also where the step was not done, or done in part, since a
     * crash may have left either: {@code DROP … IF EXISTS}.
     *
     * @param statements none where nothing is left to take back
     */
    record Statements(List<String> statements) implements WayBack {
        public Statements {
            statements = List.copyOf(statements);
        }
    }

    /** Not at all; {@code why} completes "cannot be taken back: …". */
    record None(String why) implements WayBack {}

    /** By these statements. */
    static WayBack by(String... statements) {
        return new Statements(List.of(statements));
    }

    /** There is nothing to take back. */
    static WayBack nothing() {
        return new Statements(List.of());
    }
}
