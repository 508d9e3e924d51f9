package dev.godwit.cli.output;

import dev.godwit.cli.config.Durations;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.engine.StatusReport;
import dev.godwit.core.execute.Event;
import dev.godwit.core.history.AppliedMigration;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.migration.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes for people. */
public final class TextPrinter implements Printer {
    private static final String NONE = "–";

    private final Terminal terminal;
    private final Verbosity verbosity;
    private final StackTraces stackTraces;
    private final TextProgress progress;

    /** How much is told. */
    public enum Verbosity {
        /** Results, progress and waits. */
        NORMAL,
        /** Results and errors. */
        QUIET
    }

    /** Whether stack traces are printed. */
    public enum StackTraces {
        SHOWN,
        HIDDEN
    }

    /** Makes one that writes to {@code terminal}. */
    public TextPrinter(Terminal terminal, Verbosity verbosity, StackTraces stackTraces) {
        this.terminal = terminal;
        this.verbosity = verbosity;
        this.stackTraces = stackTraces;
        this.progress = new TextProgress(terminal);
    }

    @Override
    public void on(Event event) {
        if (verbosity == Verbosity.NORMAL) {
            progress.on(event);
        }
    }

    @Override
    public void print(Outcome outcome) {
        progress.close();
        // As in TextProgress: the usual outcome does without the switch.
        if (outcome instanceof Outcome.Ran ran) {
            printRun(ran.report());
        } else {
            printOther(outcome);
        }
    }

    private void printOther(Outcome outcome) {
        switch (outcome) {
            case Outcome.Ran ran -> {}
            case Outcome.Planned planned ->
                new StepText(terminal).lines(planned.report()).forEach(terminal::println);
            case Outcome.Status status -> printStatus(status.report());
            case Outcome.Validated validated -> printProblems(validated.problems());
            case Outcome.Baselined baselined -> printBaseline(baselined);
            case Outcome.Resolved resolved -> printResolution(resolved);
            case Outcome.Created created -> printFiles(created);
            case Outcome.Linted linted -> printLint(linted);
            case Outcome.BaselineWritten written ->
                tell("Wrote " + Words.plural(written.findings(), "finding") + " to " + written.file() + ".");
            case Outcome.Rules rules -> rules(rules.rules()).lines().forEach(terminal::println);
            case Outcome.Explained explained -> printPage(explained.page());
            case Outcome.Declined declined -> tell("Nothing was changed.");
            case Outcome.Demonstrated demonstrated -> printDemo(demonstrated);
        }
    }

    // What only confirms is left out when quiet; results never are.
    private void tell(String line) {
        if (verbosity == Verbosity.NORMAL) {
            terminal.println(line);
        }
    }

    private void printRun(RunReport report) {
        report.lint().ifPresent(lint -> printBeside(report.mode(), lint));
        switch (report.mode()) {
            case RUN -> tell(summary(report));
            case DRY_RUN -> printPlan(report);
        }
    }

    // A dry run shows everything; after a run only a line reminds of what it went ahead with.
    private void printBeside(RunMode mode, LintReport lint) {
        if (lint.findings().isEmpty()) {
            return;
        }
        var text = new LintText(terminal);
        switch (mode) {
            case DRY_RUN -> {
                text.findings(lint).forEach(terminal::println);
                tell(text.summary(lint));
            }
            case RUN -> tell("lint: " + text.summary(lint) + " See more with: godwit lint");
        }
    }

    private static String summary(RunReport report) {
        int count = report.ran().size();
        String took = " in " + Durations.show(report.took()) + ".";
        return switch (report.direction()) {
            case UP ->
                count == 0
                        ? "Nothing to do: " + upToDate(report.upToDate()) + "."
                        : "Applied " + Words.migrations(count) + took;
            case DOWN -> count == 0 ? "Nothing to take back." : "Took back " + Words.migrations(count) + took;
            case CONTRACT -> count == 0 ? "Nothing to contract." : "Contracted " + Words.migrations(count) + took;
        };
    }

    private static String upToDate(int count) {
        return switch (count) {
            case 0 -> "there are no migrations";
            case 1 -> "the one migration is applied";
            default -> "all " + count + " migrations are applied";
        };
    }

    private void printPlan(RunReport report) {
        if (report.ran().isEmpty()) {
            terminal.println(summary(report));
            return;
        }
        String verb = switch (report.direction()) {
            case UP -> "Would apply ";
            case DOWN -> "Would take back ";
            case CONTRACT -> "Would contract ";
        };
        terminal.println(verb + Words.migrations(report.ran().size()) + ":");
        PlanText.lines(report).forEach(terminal::println);
        terminal.println("Nothing was changed.");
    }

    private void printLint(Outcome.Linted linted) {
        var text = new LintText(terminal);
        text.findings(linted.report()).forEach(terminal::println);
        tell(text.summary(linted.report()));
        if (verbosity == Verbosity.NORMAL) {
            linted.report().notes().forEach(note -> terminal.printlnError("note: " + note));
            linted.notice().ifPresent(notice -> terminal.printlnError("note: " + notice));
        }
    }

    private static Table rules(List<Outcome.Rules.Listed> rules) {
        var table = new Table("rule", "severity", "products", "finds");
        for (Outcome.Rules.Listed rule : rules) {
            table.add(
                    rule.info().id().value(),
                    rule.severity().map(LintText::name).orElse("off"),
                    String.join(" ", rule.products()),
                    rule.info().summary());
        }
        return table;
    }

    private void printPage(String page) {
        page.lines()
                .map(line -> line.startsWith("#") ? terminal.styled(Style.STRONG, line) : line)
                .forEach(terminal::println);
    }

    private void printStatus(StatusReport report) {
        tell(report.version() + " · " + report.url() + " · " + report.directory() + " (" + report.format() + ")");
        if (!report.migrations().isEmpty()) {
            tell("");
            table(report).lines().forEach(terminal::println);
        }
        tell("");
        terminal.println(counts(report));
        if (!report.problems().isEmpty()) {
            printProblems(report.problems());
        }
    }

    private static Table table(StatusReport report) {
        var table = new Table("migration", "state", "applied", "took", "way back");
        for (MigrationStatus status : report.migrations()) {
            table.add(
                    name(status),
                    Words.state(status.state()),
                    status.entry()
                            .flatMap(AppliedMigration::at)
                            .map(TextPrinter::time)
                            .orElse(NONE),
                    status.entry()
                            .flatMap(AppliedMigration::took)
                            .map(Durations::show)
                            .orElse(NONE),
                    status.migration().isEmpty() ? NONE : report.hasWayBack(status) ? "yes" : "no");
        }
        return table;
    }

    private static String name(MigrationStatus status) {
        return status.migration()
                .map(dev.godwit.core.migration.Migration::displayName)
                .orElseGet(() -> (status.id() + " " + status.description()).strip());
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }

    private static String counts(StatusReport report) {
        var line = new StringBuilder(Words.migrations(report.migrations().size()));
        String separator = ": ";
        for (MigrationStatus.State state : MigrationStatus.State.values()) {
            long count = report.count(state);
            if (count > 0) {
                line.append(separator).append(count).append(' ').append(Words.state(state));
                separator = ", ";
            }
        }
        return line.append('.').toString();
    }

    private void printProblems(List<Problem> problems) {
        if (problems.isEmpty()) {
            tell("No problem found.");
            return;
        }
        for (Problem problem : problems) {
            String mark = terminal.styled(Style.BAD, terminal.glyphs().failed());
            terminal.println("  " + mark + " " + problem);
        }
        terminal.println(Words.plural(problems.size(), "problem") + " found.");
    }

    private void printBaseline(Outcome.Baselined baselined) {
        String count = Words.migrations(baselined.recorded());
        tell(
                switch (baselined.mode()) {
                    case RUN -> "Recorded " + count + " as applied; none was run.";
                    case DRY_RUN -> "Would record " + count + " as applied. Nothing was changed.";
                });
    }

    private void printResolution(Outcome.Resolved resolved) {
        String what = switch (resolved.resolution()) {
            case APPLIED -> " as applied.";
            case ROLLED_BACK -> " as taken back: it is pending again.";
        };
        tell(
                switch (resolved.mode()) {
                    case RUN -> "Recorded " + resolved.id() + what;
                    case DRY_RUN -> "Would record " + resolved.id() + what + " Nothing was changed.";
                });
    }

    private void printFiles(Outcome.Created created) {
        for (Path file : created.files()) {
            terminal.println(file.toString());
        }
        created.kept().forEach(file -> tell(file + " is there already and was left as it is."));
        if (created.mode() == RunMode.DRY_RUN) {
            tell("Nothing was written.");
        }
    }

    private void printDemo(Outcome.Demonstrated demo) {
        terminal.println("");
        demo.asWritten()
                .ifPresentOrElse(
                        asWritten -> {
                            terminal.println("What the application met while the migration was run:");
                            printLoad("as it is written", asWritten.load());
                            printLoad("by Godwit", demo.load());
                            terminal.println("");
                            terminal.println("The chart is in " + asWritten.chart()
                                    + ". The databases and their files are removed again.");
                        },
                        () -> {
                            terminal.println("What the application met while the migrations were run:");
                            printLoad("as they are written", demo.load());
                            terminal.println("");
                            terminal.println("Before, its longest wait was " + Durations.show(demo.quiet())
                                    + ". The database and its files are removed again.");
                        });
    }

    private void printLoad(String how, Outcome.Demonstrated.Load load) {
        terminal.println("  " + how + ": " + load.requests() + " requests, longest wait "
                + Durations.show(load.longest())
                + ", 99 of 100 within " + Durations.show(load.within99()) + ", failed " + load.failed()
                + load.firstFailure().map(message -> ", the first: " + message).orElse(""));
    }

    @Override
    public void print(Failure failure) {
        progress.close();
        failure.lint().map(new LintText(terminal)::findings).ifPresent(lines -> lines.forEach(terminal::printlnError));
        if (failure.isInterruption()) {
            String message = failure.message();
            terminal.printlnError(Character.toUpperCase(message.charAt(0)) + message.substring(1));
        } else {
            terminal.printlnError(terminal.styled(Style.BAD, "error:") + " " + failure.message());
        }
        if (stackTraces == StackTraces.SHOWN) {
            terminal.printlnError(failure.stackTrace().stripTrailing());
        }
    }

    @Override
    public void close() {
        progress.close();
    }
}
