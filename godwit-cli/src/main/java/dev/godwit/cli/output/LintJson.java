package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.Severity;
import dev.godwit.core.migration.Problem;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes findings for programs; the shape stands in {@code docs/json.md}. */
final class LintJson {
    private LintJson() {}

    /** Whether the user, or the server itself, said which server it is. */
    enum ServerKnowledge {
        TOLD,
        ASSUMED
    }

    static void write(JsonGenerator json, Outcome.Linted linted) {
        write(json, linted.report(), linted.notice().isPresent() ? ServerKnowledge.ASSUMED : ServerKnowledge.TOLD);
    }

    private static void write(JsonGenerator json, LintReport report, ServerKnowledge knowledge) {
        json.writeNumberProperty("files", report.files().size());
        json.writeNumberProperty("statements", report.statements());
        json.writeObjectPropertyStart("server");
        json.writeStringProperty("product", report.version().product());
        json.writeStringProperty("version", report.version().text());
        json.writeBooleanProperty("assumed", knowledge == ServerKnowledge.ASSUMED);
        json.writeEndObject();
        writeFindings(json, report);
        writeProblems(json, "problems", report.problems());
        writeProblems(json, "notes", report.notes());
        json.writeObjectPropertyStart("summary");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARN, Severity.INFO)) {
            json.writeNumberProperty(LintText.name(severity), report.count(severity));
        }
        json.writeNumberProperty("suppressed", report.suppressed());
        json.writeEndObject();
    }

    private static void writeProblems(JsonGenerator json, String name, List<Problem> problems) {
        json.writeArrayPropertyStart(name);
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("file", problem.file());
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeFindings(JsonGenerator json, LintReport report) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : report.findings()) {
            json.writeStartObject();
            write(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Finding finding) {
        json.writeStringProperty("rule", finding.rule().id().value());
        json.writeStringProperty("category", finding.rule().category().text());
        json.writeStringProperty("severity", LintText.name(finding.severity()));
        json.writeStringProperty("summary", finding.rule().summary());
        if (finding.place().isPresent()) {
            Finding.Place place = finding.place().get();
            json.writeStringProperty("file", place.file());
            json.writeNumberProperty("line", place.line());
            json.writeNumberProperty("column", place.column());
            json.writeNumberProperty("endLine", place.endLine());
            json.writeNumberProperty("endColumn", place.endColumn());
        } else {
            List.of("file", "line", "column", "endLine", "endColumn").forEach(json::writeNullProperty);
        }
        String statement = finding.place().map(Finding.Place::text).orElse("");
        if (statement.isEmpty()) {
            json.writeNullProperty("statement");
        } else {
            json.writeStringProperty("statement", statement);
        }
        json.writeStringProperty("happens", finding.happens());
        json.writeStringProperty("because", finding.because());
        writeTexts(json, "instead", finding.instead());
        writeTexts(json, "objects", finding.objects());
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
