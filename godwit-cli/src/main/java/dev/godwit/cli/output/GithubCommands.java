package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** Writes workflow commands, which GitHub Actions shows beside the code. */
final class GithubCommands {
    private GithubCommands() {}

    static List<String> lines(LintReport report) {
        List<String> lines = new ArrayList<>();
        report.problems().forEach(problem -> lines.add("::error title=godwit::" + data(problem.toString())));
        report.findings().forEach(finding -> lines.add(line(finding)));
        return lines;
    }

    private static String line(Finding finding) {
        String place = finding.place()
                .map(at -> "file=" + property(at.file()) + ",line=" + at.line() + ",endLine=" + at.endLine()
                        // Columns count only where the mark is on one line.
                        + (at.line() == at.endLine() ? ",col=" + at.column() + ",endColumn=" + at.endColumn() : "")
                        + ",")
                .orElse("");
        return "::" + command(finding.severity()) + " " + place + "title="
                + property("godwit: " + finding.rule().id()) + "::" + data(LintMessage.of(finding));
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARN -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
