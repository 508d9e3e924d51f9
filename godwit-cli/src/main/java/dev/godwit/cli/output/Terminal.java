package dev.godwit.cli.output;

import java.io.PrintStream;

/**
 * Writes lines for people, and one passing line below them where a terminal is. Thread-safe: the
 * passing line is redrawn beside the work.
 */
public final class Terminal {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final PrintStream err;
    private final Glyphs glyphs;
    private final Colors colors;
    private final Surroundings.TerminalUse use;
    private final Object lock = new Object();
    private String passing = ""; // guarded by lock

    /** Whether colours are used. */
    public enum Colors {
        ON,
        OFF
    }

    /** Makes one that writes to the streams of {@code surroundings}. */
    public Terminal(Surroundings surroundings, Colors colors) {
        this.out = new PrintStream(surroundings.out(), false, surroundings.charset());
        this.err = new PrintStream(surroundings.err(), false, surroundings.charset());
        this.glyphs = Glyphs.of(surroundings.charset());
        this.colors = colors;
        this.use = surroundings.terminal();
    }

    /** Tells whether a person reads along. */
    public boolean isWatched() {
        return use != Surroundings.TerminalUse.NONE;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    String styled(Style style, String text) {
        return colors == Colors.ON ? style.on(text) : text;
    }

    /** Writes a line of results. */
    public void println(String line) {
        write(out, line);
    }

    /** Writes a line beside the results. */
    public void printlnError(String line) {
        write(err, line);
    }

    private void write(PrintStream stream, String line) {
        String shown = glyphs.fit(line);
        synchronized (lock) {
            boolean redraw = !passing.isEmpty();
            if (redraw) {
                out.print(CLEAR_LINE);
                out.flush();
            }
            stream.print(shown + "\n");
            if (redraw) {
                out.print(passing);
                out.flush();
            }
            stream.flush();
        }
    }

    /** Shows {@code text} below the lines until the next call; an empty one removes it. Does nothing where nobody reads along. */
    void showPassing(String text) {
        if (!isWatched()) {
            return;
        }
        String shown = glyphs.fit(text);
        synchronized (lock) {
            if (!shown.equals(passing)) {
                passing = shown;
                out.print(CLEAR_LINE + shown);
                out.flush();
            }
        }
    }
}
