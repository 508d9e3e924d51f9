package dev.godwit.cli.command;

import dev.godwit.cli.output.Surroundings;
import dev.godwit.cli.output.Surroundings.Keyboard;
import dev.godwit.cli.output.Surroundings.TerminalUse;
import dev.godwit.core.execute.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs command lines in a folder and catches what they say. */
final class Run {
    final Map<String, String> environment = new HashMap<>();
    final Deque<String> answers = new ArrayDeque<>();
    final Deque<String> questions = new ArrayDeque<>();
    final StopSignal stop = new StopSignal();
    private final Path folder;
    private String input = "";
    private TerminalUse terminal = TerminalUse.NONE;
    private Charset charset = StandardCharsets.UTF_8;

    Run(Path folder) {
        this.folder = folder;
    }

    /** What came of one. */
    record Result(int status, String out, String err) {}

    Run on(TerminalUse use) {
        terminal = use;
        return this;
    }

    Run in(Charset other) {
        charset = other;
        return this;
    }

    Run reading(String text) {
        input = text;
        return this;
    }

    Result godwit(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                charset,
                terminal,
                new Answers(),
                environment::get,
                folder,
                Clock.fixed(Instant.parse("2026-01-15T09:30:00Z"), ZoneOffset.UTC));
        int status =
                new CommandLineTool(surroundings, stop).run(List.of(arguments)).status();
        return new Result(status, out.toString(charset), err.toString(charset));
    }

    private final class Answers implements Keyboard {
        @Override
        public @Nullable String ask(String question) {
            questions.add(question);
            return answers.poll();
        }

        @Override
        public @Nullable String askSecretly(String question) {
            return ask(question);
        }
    }
}
