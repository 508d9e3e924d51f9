package dev.godwit.cli;

import dev.godwit.cli.command.CommandLineTool;
import dev.godwit.cli.output.ExitCode;
import dev.godwit.cli.output.Surroundings;
import dev.godwit.core.execute.StopSignal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Runs Godwit as a process. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends the process. */
    public static void main(String[] arguments) {
        StopSignal stop = new StopSignal();
        var interruption = new Interruption(stop, System.err);
        interruption.listen();
        System.exit(run(List.of(arguments), stop, interruption).status());
    }

    // Whatever is thrown, the work is over: or the hook would wait for it for ever.
    private static ExitCode run(List<String> arguments, StopSignal stop, Interruption interruption) {
        try {
            return new CommandLineTool(surroundings(), stop).run(arguments);
        } finally {
            interruption.finished();
        }
    }

    // Straight to the descriptors: System.out would encode a second time, and is not buffered.
    private static Surroundings surroundings() {
        return new Surroundings(
                System.in,
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
                System.out.charset(),
                TerminalDetection.use(),
                new ConsoleKeyboard(System.in, System.out),
                System::getenv,
                Path.of(""),
                Clock.systemUTC());
    }
}
