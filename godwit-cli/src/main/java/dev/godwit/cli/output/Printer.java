package dev.godwit.cli.output;

import dev.godwit.core.execute.EventListener;

/** Tells what happens and what came of it; one for people, one for programs. */
public interface Printer extends EventListener, AutoCloseable {
    /** Tells what came of a command. */
    void print(Outcome outcome);

    /** Tells why a command failed. */
    void print(Failure failure);

    /** Ends what moves on the screen. */
    @Override
    void close();
}
