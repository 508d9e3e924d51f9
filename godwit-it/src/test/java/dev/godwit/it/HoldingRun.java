package dev.godwit.it;

import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A {@code migrate} in a process of its own that stands still in its first migration until its input ends. */
public final class HoldingRun {
    /** What it prints when it has come there. */
    static final String HOLDING = "holding";

    private HoldingRun() {}

    /**
     * Runs.
     *
     * @param args URL and folder
     */
    public static void main(String[] args) {
        Migrations.godwit(args[0], Path.of(args[1]), event -> {
                    if (event instanceof Event.MigrationStarted) {
                        hold();
                    }
                })
                .migrate(Optional.empty(), RunMode.RUN);
    }

    private static void hold() {
        System.out.println(HOLDING);
        try {
            System.in.transferTo(System.out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
