package dev.godwit.cli.command;

import dev.godwit.cli.config.Configuration;
import dev.godwit.cli.config.ConfigurationReader;
import dev.godwit.cli.config.Keys;
import dev.godwit.cli.config.OutputFormat;
import dev.godwit.cli.config.Secrets;
import dev.godwit.cli.output.ExitCode;
import dev.godwit.cli.output.Failure;
import dev.godwit.cli.output.JsonDocument;
import dev.godwit.cli.output.JsonPrinter;
import dev.godwit.cli.output.Outcome;
import dev.godwit.cli.output.Printer;
import dev.godwit.cli.output.ReportPrinter;
import dev.godwit.cli.output.Surroundings;
import dev.godwit.cli.output.Terminal;
import dev.godwit.cli.output.TextPrinter;
import dev.godwit.cli.output.TextPrinter.StackTraces;
import dev.godwit.cli.output.TextPrinter.Verbosity;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.lint.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The {@code godwit} command: runs one command line and returns how it ended. */
public final class CommandLineTool {
    private final Surroundings surroundings;
    private final StopSignal stop;
    private final Secrets secrets = new Secrets();

    /** Makes one. A run that works when {@code stop} is requested ends at its next safe point. */
    public CommandLineTool(Surroundings surroundings, StopSignal stop) {
        this.surroundings = surroundings;
        this.stop = stop;
    }

    /** Runs a command line. */
    public ExitCode run(List<String> arguments) {
        if (arguments.isEmpty()) {
            plain().printlnError(Usage.text());
            return ExitCode.USAGE;
        }
        String first = arguments.getFirst();
        return switch (first) {
            case "-h", "--help" -> tell(Usage.text());
            case "-V", "--version" -> tell("godwit " + Version.current());
            default -> {
                List<String> rest = arguments.subList(1, arguments.size());
                boolean help = first.equals("help") && !rest.isEmpty();
                yield help ? runCommand(rest.getFirst(), List.of("--help")) : runCommand(first, rest);
            }
        };
    }

    private ExitCode tell(String text) {
        plain().println(text);
        return ExitCode.OK;
    }

    private ExitCode runCommand(String name, List<String> arguments) {
        try {
            Command command = Commands.find(name).orElseThrow(() -> unknownCommand(name));
            Arguments parsed = ArgumentParser.parse(command.info(), arguments);
            if (parsed.helpWanted()) {
                return tell(HelpText.of(command.info()));
            }
            var reader = new ConfigurationReader(surroundings.workingDirectory(), surroundings.environment());
            Configuration configuration = reader.read(parsed.options(), command.fileUse());
            refuseReport(command, configuration);
            return execute(command, parsed, reader, configuration);
        } catch (ConfigurationException e) {
            return fail(early(arguments), e);
        }
    }

    private static void refuseReport(Command command, Configuration configuration) {
        OutputFormat output = configuration.get(Keys.OUTPUT);
        boolean common = output == OutputFormat.TEXT || output == OutputFormat.JSON;
        if (!common && !(command instanceof LintCommand)) {
            throw new ConfigurationException("cannot write " + output.name().toLowerCase(Locale.ROOT)
                    + ": only godwit lint does. Write --output text or json.");
        }
    }

    private static ConfigurationException unknownCommand(String name) {
        if (name.startsWith("-")) {
            return new ConfigurationException("cannot read the command line: options come after the command, as in"
                    + " `godwit migrate --url …`. See `godwit --help`.");
        }
        List<String> known =
                Commands.all().stream().map(command -> command.info().name()).toList();
        String guess = NearestName.of(name, known)
                .map(nearest -> " Did you mean `godwit " + nearest + "`?")
                .orElse(" See `godwit --help`.");
        return new ConfigurationException("cannot run command \"" + name + "\": there is no such command." + guess);
    }

    private ExitCode execute(
            Command command, Arguments arguments, ConfigurationReader reader, Configuration configuration) {
        Terminal terminal = new Terminal(surroundings, colors(configuration));
        try (Printer printer = printer(configuration, terminal)) {
            try {
                var invocation = new Invocation(
                        configuration, reader, arguments, surroundings, terminal, printer, secrets, stop);
                Outcome outcome = command.run(invocation);
                printer.print(outcome);
                return outcome.exitCode();
            } catch (RuntimeException | Error e) {
                return fail(printer, e);
            }
        }
    }

    private ExitCode fail(Printer printer, Throwable thrown) {
        Failure failure = Failure.of(thrown, secrets);
        printer.print(failure);
        return ExitCode.of(failure);
    }

    private Terminal.Colors colors(Configuration configuration) {
        boolean able = surroundings.terminal() != Surroundings.TerminalUse.NONE
                && !"dumb".equals(surroundings.environment().apply("TERM"));
        return able && !configuration.isOn(Keys.NO_COLOR) ? Terminal.Colors.ON : Terminal.Colors.OFF;
    }

    private Printer printer(Configuration configuration, Terminal terminal) {
        Verbosity verbosity = configuration.isOn(Keys.QUIET) ? Verbosity.QUIET : Verbosity.NORMAL;
        StackTraces traces = configuration.isOn(Keys.STACKTRACE) ? StackTraces.SHOWN : StackTraces.HIDDEN;
        return switch (configuration.get(Keys.OUTPUT)) {
            case TEXT -> new TextPrinter(terminal, verbosity, traces);
            case JSON -> new JsonPrinter(new JsonDocument(surroundings.out()), terminal, verbosity, traces);
            case SARIF, GITHUB, GITLAB, JUNIT ->
                new ReportPrinter(
                        configuration.get(Keys.OUTPUT),
                        new JsonDocument(surroundings.out()),
                        terminal,
                        new TextPrinter(terminal, verbosity, traces),
                        Version.current());
        };
    }

    // Before the configuration could be read, only the arguments can tell for whom the error is.
    private Printer early(List<String> arguments) {
        int at = arguments.indexOf(Keys.OUTPUT.option());
        boolean json = arguments.contains(Keys.OUTPUT.option() + "=json")
                || (at >= 0
                        && at + 1 < arguments.size()
                        && arguments.get(at + 1).equals("json"))
                || "json".equals(surroundings.environment().apply(Keys.OUTPUT.variable()));
        boolean traces = arguments.contains(Keys.STACKTRACE.option());
        Configuration least = ConfigurationReader.of(Map.of(
                Keys.OUTPUT.name(), json ? OutputFormat.JSON : OutputFormat.TEXT, Keys.STACKTRACE.name(), traces));
        return printer(least, plain());
    }

    private Terminal plain() {
        return new Terminal(surroundings, Terminal.Colors.OFF);
    }
}
