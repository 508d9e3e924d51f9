package dev.godwit.cli.output;

import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.engine.StatusReport;
import dev.godwit.core.execute.Event;
import dev.godwit.core.history.AppliedMigration;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes exactly one JSON document; its shape is described in {@code docs/json.md} and stays stable. Waits are told on standard error
 * meanwhile.
 */
public final class JsonPrinter implements Printer {
    private final JsonDocument document;
    private final Terminal terminal;
    private final TextPrinter.Verbosity verbosity;
    private final TextPrinter.StackTraces stackTraces;
    private final List<Event.MigrationFinished> finished = new ArrayList<>();

    /** Makes one that writes the document to {@code document}. */
    public JsonPrinter(
            JsonDocument document,
            Terminal terminal,
            TextPrinter.Verbosity verbosity,
            TextPrinter.StackTraces stackTraces) {
        this.document = document;
        this.terminal = terminal;
        this.verbosity = verbosity;
        this.stackTraces = stackTraces;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.MigrationFinished done) {
            finished.add(done);
        }
        if (verbosity == TextPrinter.Verbosity.NORMAL) {
            Notices.lines(event).forEach(terminal::printlnError);
        }
    }

    @Override
    public void print(Outcome outcome) {
        document.write(json -> {
            switch (outcome) {
                case Outcome.Ran ran -> writeRun(json, ran.report());
                case Outcome.Planned planned -> PlanJson.write(json, planned.report());
                case Outcome.Status status -> writeStatus(json, status.report());
                case Outcome.Validated validated -> writeProblems(json, validated.problems());
                case Outcome.Baselined baselined -> writeBaseline(json, baselined);
                case Outcome.Resolved resolved -> writeResolution(json, resolved);
                case Outcome.Created created -> writeFiles(json, created);
                case Outcome.Linted linted -> LintJson.write(json, linted);
                case Outcome.BaselineWritten written -> {
                    json.writeStringProperty("baseline", written.file().toString());
                    json.writeNumberProperty("findings", written.findings());
                }
                case Outcome.Rules rules -> writeRules(json, rules.rules());
                case Outcome.Explained explained -> {
                    json.writeStringProperty("rule", explained.rule());
                    json.writeStringProperty("page", explained.page());
                }
                case Outcome.Declined declined -> json.writeBooleanProperty("declined", true);
                case Outcome.Demonstrated demonstrated -> writeDemo(json, demonstrated);
            }
        });
    }

    private static void writeRules(JsonGenerator json, List<Outcome.Rules.Listed> rules) {
        json.writeArrayPropertyStart("rules");
        for (Outcome.Rules.Listed rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("id", rule.info().id().value());
            json.writeStringProperty("summary", rule.info().summary());
            json.writeStringProperty("category", rule.info().category().text());
            json.writeStringProperty(
                    "severity", rule.severity().map(LintText::name).orElse("off"));
            json.writeStringProperty("default", LintText.name(rule.info().severity()));
            json.writeBooleanProperty("onRequest", rule.info().active() == RuleInfo.Active.ON_REQUEST);
            json.writeArrayPropertyStart("products");
            rule.products().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRun(JsonGenerator json, RunReport report) {
        json.writeStringProperty("direction", report.direction().name().toLowerCase(Locale.ROOT));
        writeMode(json, report.mode());
        json.writeArrayPropertyStart("migrations");
        for (RunReport.Ran ran : report.ran()) {
            json.writeStartObject();
            writeMigration(json, ran.migration());
            switch (report.mode()) {
                case RUN -> writeDuration(json, ran.took());
                case DRY_RUN -> writeUnits(json, ran.statements());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("upToDate", report.upToDate());
        writeDuration(json, report.took());
        report.lint().ifPresent(lint -> LintJson.writeFindings(json, lint));
    }

    private static void writeUnits(JsonGenerator json, List<RunReport.PlannedUnit> units) {
        json.writeArrayPropertyStart("units");
        for (RunReport.PlannedUnit unit : units) {
            json.writeStartObject();
            json.writeBooleanProperty("transaction", unit.transaction() == RunReport.TransactionUse.ONE_TRANSACTION);
            json.writeArrayPropertyStart("statements");
            unit.statements().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMode(JsonGenerator json, RunMode mode) {
        json.writeBooleanProperty("dryRun", mode == RunMode.DRY_RUN);
    }

    private static void writeMigration(JsonGenerator json, Migration migration) {
        json.writeStringProperty("id", migration.id().value());
        json.writeStringProperty("description", migration.description());
        json.writeStringProperty("file", migration.file());
    }

    private static void writeDuration(JsonGenerator json, Duration took) {
        json.writeNumberProperty("durationMillis", took.toMillis());
    }

    private static void writeStatus(JsonGenerator json, StatusReport report) {
        json.writeStringProperty("url", report.url());
        json.writeStringProperty("product", report.version().product());
        json.writeStringProperty("version", report.version().text());
        json.writeStringProperty("format", report.format());
        json.writeStringProperty("directory", report.directory().toString());
        json.writeArrayPropertyStart("migrations");
        for (MigrationStatus status : report.migrations()) {
            writeStatus(json, status, report.hasWayBack(status));
        }
        json.writeEndArray();
        writeProblems(json, report.problems());
        writeFindings(json, "notes", report.notes());
    }

    private static void writeStatus(JsonGenerator json, MigrationStatus status, boolean wayBack) {
        json.writeStartObject();
        json.writeStringProperty("id", status.id().value());
        json.writeStringProperty("description", status.description());
        json.writeStringProperty("state", status.state().name().toLowerCase(Locale.ROOT));
        writeText(json, "file", status.migration().map(Migration::file));
        json.writeBooleanProperty("wayBack", wayBack);
        writeText(
                json, "appliedAt", status.entry().flatMap(AppliedMigration::at).map(Object::toString));
        writeText(json, "appliedBy", status.entry().flatMap(AppliedMigration::by));
        Optional<Duration> took = status.entry().flatMap(AppliedMigration::took);
        if (took.isPresent()) {
            writeDuration(json, took.get());
        } else {
            json.writeNullProperty("durationMillis");
        }
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void writeProblems(JsonGenerator json, List<Problem> problems) {
        writeFindings(json, "problems", problems);
    }

    private static void writeFindings(JsonGenerator json, String name, List<Problem> findings) {
        json.writeArrayPropertyStart(name);
        for (Problem problem : findings) {
            json.writeStartObject();
            json.writeStringProperty("file", problem.file());
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeBaseline(JsonGenerator json, Outcome.Baselined baselined) {
        writeMode(json, baselined.mode());
        json.writeNumberProperty("recorded", baselined.recorded());
    }

    private static void writeResolution(JsonGenerator json, Outcome.Resolved resolved) {
        writeMode(json, resolved.mode());
        json.writeStringProperty("id", resolved.id());
        json.writeStringProperty("resolution", resolved.resolution().name().toLowerCase(Locale.ROOT));
    }

    private static void writeFiles(JsonGenerator json, Outcome.Created created) {
        writeMode(json, created.mode());
        writePaths(json, "created", created.files());
        writePaths(json, "kept", created.kept());
    }

    private static void writePaths(JsonGenerator json, String name, List<Path> paths) {
        json.writeArrayPropertyStart(name);
        paths.forEach(path -> json.writeString(path.toString()));
        json.writeEndArray();
    }

    private static void writeDemo(JsonGenerator json, Outcome.Demonstrated demo) {
        writeLoad(json, demo.load());
        json.writeNumberProperty("longestWaitBeforeMillis", demo.quiet().toMillis());
        demo.asWritten().ifPresent(asWritten -> {
            json.writeObjectPropertyStart("asWritten");
            writeLoad(json, asWritten.load());
            json.writeEndObject();
            json.writeStringProperty("chart", asWritten.chart().toString());
        });
    }

    private static void writeLoad(JsonGenerator json, Outcome.Demonstrated.Load load) {
        json.writeNumberProperty("requests", load.requests());
        json.writeNumberProperty("failed", load.failed());
        json.writeNumberProperty("longestWaitMillis", load.longest().toMillis());
        json.writeNumberProperty("within99PercentMillis", load.within99().toMillis());
        writeText(json, "firstFailure", load.firstFailure());
    }

    @Override
    public void print(Failure failure) {
        document.write(json -> {
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", failure.codeName());
            json.writeNumberProperty("exitStatus", ExitCode.of(failure).status());
            json.writeStringProperty("message", failure.message());
            if (!failure.problems().isEmpty()) {
                writeProblems(json, failure.problems());
            }
            failure.lint().ifPresent(lint -> LintJson.writeFindings(json, lint));
            if (stackTraces == TextPrinter.StackTraces.SHOWN) {
                json.writeStringProperty("stackTrace", failure.stackTrace());
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("finished");
            for (Event.MigrationFinished done : finished) {
                json.writeStartObject();
                writeMigration(json, done.migration());
                writeDuration(json, done.took());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void close() {}
}
