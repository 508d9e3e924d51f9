package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.Fingerprint;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.Severity;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes a Code Quality report, which GitLab shows in merge requests. */
final class GitlabReport {
    private final JsonGenerator json;
    private final Map<Fingerprint, Integer> seen = new HashMap<>();

    private GitlabReport(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, LintReport report) {
        var gitlab = new GitlabReport(json);
        report.problems()
                .forEach(problem -> gitlab.write(
                        "folder",
                        problem.file() + problem.message().hashCode(),
                        problem.message(),
                        "blocker",
                        problem.file(),
                        1,
                        1));
        report.findings().forEach(gitlab::write);
    }

    private void write(Finding finding) {
        Fingerprint fingerprint = Fingerprint.of(finding);
        int number = seen.merge(fingerprint, 1, Integer::sum);
        write(
                finding.rule().id().value(),
                fingerprint.rule() + ":" + fingerprint.file() + ":" + fingerprint.hash() + ":" + number,
                LintMessage.of(finding),
                severity(finding.severity()),
                finding.file().isEmpty() ? "." : finding.file(),
                finding.place().map(Finding.Place::line).orElse(1),
                finding.place().map(Finding.Place::endLine).orElse(1));
    }

    private void write(
            String check, String fingerprint, String description, String severity, String path, int begin, int end) {
        json.writeStartObject();
        json.writeStringProperty("description", description);
        json.writeStringProperty("check_name", check);
        json.writeStringProperty("fingerprint", fingerprint);
        json.writeStringProperty("severity", severity);
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", path);
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", begin);
        json.writeNumberProperty("end", end);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARN -> "major";
            case INFO -> "info";
        };
    }
}
