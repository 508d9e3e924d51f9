package dev.godwit.core.execute;

/** Hears what happens. */
@FunctionalInterface
public interface EventListener {
    /** Called for each event on the thread that works. */
    void on(Event event);
}
