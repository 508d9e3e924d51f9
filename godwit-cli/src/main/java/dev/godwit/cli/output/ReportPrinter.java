package dev.godwit.cli.output;

import dev.godwit.cli.config.OutputFormat;
import dev.godwit.core.execute.Event;
import java.util.List;

/** Writes the findings of lint for one kind of tool; everything else goes to standard error. */
public final class ReportPrinter implements Printer {
    private final OutputFormat format;
    private final JsonDocument document;
    private final Terminal terminal;
    private final TextPrinter errors;
    private final String version;

    /**
     * Makes one.
     *
     * @param errors tells of failures
     * @param version of Godwit
     */
    public ReportPrinter(
            OutputFormat format, JsonDocument document, Terminal terminal, TextPrinter errors, String version) {
        this.format = format;
        this.document = document;
        this.terminal = terminal;
        this.errors = errors;
        this.version = version;
    }

    @Override
    public void on(Event event) {
        Notices.lines(event).forEach(terminal::printlnError);
    }

    @Override
    public void print(Outcome outcome) {
        if (!(outcome instanceof Outcome.Linted linted)) {
            errors.print(outcome);
            return;
        }
        switch (format) {
            case SARIF -> document.write(json -> Sarif.write(json, linted, version));
            case GITLAB -> document.writeArray(json -> GitlabReport.write(json, linted.report()));
            case GITHUB -> printLines(GithubCommands.lines(linted.report()));
            case JUNIT -> printLines(JunitReport.lines(linted.report()));
            case TEXT, JSON -> throw new IllegalStateException(format + " has a printer of its own");
        }
    }

    private void printLines(List<String> lines) {
        lines.forEach(terminal::println);
    }

    @Override
    public void print(Failure failure) {
        errors.print(failure);
    }

    @Override
    public void close() {
        errors.close();
    }
}
