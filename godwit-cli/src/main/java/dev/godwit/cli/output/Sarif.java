package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.Fingerprint;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.Severity;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** Writes SARIF 2.1.0, as code scanning reads it. */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonGenerator json;
    private final LintReport report;
    private final Function<String, Optional<String>> pages;
    private final List<RuleInfo> rules;

    private Sarif(JsonGenerator json, LintReport report, Function<String, Optional<String>> pages) {
        this.json = json;
        this.report = report;
        this.pages = pages;
        this.rules = List.copyOf(new LinkedHashSet<>(
                report.findings().stream().map(Finding::rule).toList()));
    }

    static void write(JsonGenerator json, Outcome.Linted linted, String version) {
        new Sarif(json, linted.report(), linted.pages()).write(version);
    }

    private void write(String version) {
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "godwit");
        json.writeStringProperty("version", version);
        json.writeArrayPropertyStart("rules");
        rules.forEach(this::writeRule);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringProperty("columnKind", "unicodeCodePoints");
        writeInvocation();
        json.writeArrayPropertyStart("results");
        report.findings().forEach(this::writeResult);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    // What keeps the folder from being run is about the run, not about a line.
    private void writeInvocation() {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        if (!report.problems().isEmpty()) {
            json.writeArrayPropertyStart("toolConfigurationNotifications");
            report.problems().forEach(problem -> {
                json.writeStartObject();
                json.writeStringProperty("level", "error");
                writeText("message", problem.toString());
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeRule(RuleInfo rule) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id().value());
        writeText("shortDescription", rule.summary());
        writeText("fullDescription", rule.summary() + ".");
        String page = pages.apply(rule.id().value()).orElse(rule.summary() + ".");
        json.writeObjectPropertyStart("help");
        json.writeStringProperty("text", page);
        json.writeStringProperty("markdown", page);
        json.writeEndObject();
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", level(rule.severity()));
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("tags");
        json.writeString(rule.category().text());
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeResult(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.rule().id().value());
        json.writeNumberProperty("ruleIndex", rules.indexOf(finding.rule()));
        json.writeStringProperty("level", level(finding.severity()));
        writeText("message", LintMessage.of(finding));
        writeLocations(finding);
        Fingerprint fingerprint = Fingerprint.of(finding);
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("godwitStatement/v1", fingerprint.rule() + ":" + fingerprint.hash());
        json.writeEndObject();
        json.writeEndObject();
    }

    // Code scanning leaves out what has no place: what is about the folder is shown at its first file.
    private void writeLocations(Finding finding) {
        Optional<String> file = finding.place()
                .map(Finding.Place::file)
                .or(() -> report.files().stream().findFirst());
        if (file.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(file.get()));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty(
                "startLine", finding.place().map(Finding.Place::line).orElse(1));
        json.writeNumberProperty(
                "startColumn", finding.place().map(Finding.Place::column).orElse(1));
        json.writeNumberProperty(
                "endLine", finding.place().map(Finding.Place::endLine).orElse(1));
        json.writeNumberProperty(
                "endColumn", finding.place().map(Finding.Place::endColumn).orElse(1));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String uri(String file) {
        if (file.startsWith("<")) {
            return "stdin";
        }
        Path path = Path.of(file);
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        var uri = new StringBuilder();
        for (byte b : file.replace('\\', '/').getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(b & 0xFF) && b > 0;
            if (plain || "-._~/".indexOf((char) b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append(String.format("%%%02X", b));
            }
        }
        return uri.toString();
    }

    private void writeText(String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARN -> "warning";
            case INFO -> "note";
        };
    }
}
