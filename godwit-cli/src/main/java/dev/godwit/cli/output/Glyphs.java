package dev.godwit.cli.output;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters beyond ASCII that Godwit writes, and what stands for them where the terminal has none. */
enum Glyphs {
    UNICODE("✓", "✗", "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"),
    ASCII("ok", "x", "|/-\\");

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String PLAIN_BARS = "_.:-=+*#";

    private final String done;
    private final String failed;
    private final String frames;

    Glyphs(String done, String failed, String frames) {
        this.done = done;
        this.failed = failed;
        this.frames = frames;
    }

    static Glyphs of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? UNICODE : ASCII;
    }

    String done() {
        return done;
    }

    String failed() {
        return failed;
    }

    String frame(long number) {
        return String.valueOf(frames.charAt((int) (number % frames.length())));
    }

    /** Returns a text of ours as it can be written. */
    String fit(String text) {
        return switch (this) {
            case UNICODE -> text;
            case ASCII ->
                bars(text)
                        .replace("…", "...")
                        .replace('–', '-')
                        .replace('·', '-')
                        .replace("✓", done)
                        .replace("✗", failed);
        };
    }

    private static String bars(String text) {
        String plain = text;
        for (int i = 0; i < BARS.length(); i++) {
            plain = plain.replace(BARS.charAt(i), PLAIN_BARS.charAt(i));
        }
        return plain;
    }
}
