package dev.godwit.cli.output;

import dev.godwit.cli.config.Durations;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal that work goes on, and for how long. Its thread lives from the first {@link #show} to {@link #close}. */
final class Spinner implements AutoCloseable {
    private static final long FRAME_NANOS = 100_000_000;
    private static final int COLUMNS = 79;

    private final Terminal terminal;
    private volatile String text = "";
    private volatile long since;
    private @Nullable Thread thread;

    Spinner(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows {@code what} with the time since now. */
    void show(String what) {
        since = System.nanoTime();
        text = what;
        if (thread == null && terminal.isWatched()) {
            Thread started = new Thread(this::turn, "godwit-spinner");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** Changes the text and lets the time run on. */
    void change(String what) {
        text = what;
    }

    /** Shows nothing until the next text. */
    void hide() {
        text = "";
        terminal.showPassing("");
    }

    private void turn() {
        for (long frame = 0; !Thread.currentThread().isInterrupted(); frame++) {
            String shown = text;
            if (!shown.isEmpty()) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
                String line = line(terminal.glyphs().frame(frame), shown, Durations.show(elapsed));
                // The work may have ended meanwhile: a line drawn then would stay.
                if (!text.isEmpty()) {
                    terminal.showPassing(line);
                }
            }
            LockSupport.parkNanos(this, FRAME_NANOS);
        }
    }

    private static String line(String frame, String text, String elapsed) {
        int room = COLUMNS - 6 - elapsed.length() - frame.length();
        String fitting = text.length() <= room ? text : text.substring(0, room - 1) + "…";
        return "  " + frame + " " + fitting + "  " + elapsed;
    }

    @Override
    public void close() {
        hide();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }
}
