package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes test results: a test that passes for each file without findings, one that fails for each finding. */
final class JunitReport {
    private JunitReport() {}

    static List<String> lines(LintReport report) {
        List<String> cases = new ArrayList<>();
        Set<String> found = report.findings().stream().map(Finding::file).collect(Collectors.toSet());
        report.problems()
                .forEach(problem ->
                        addFailure(cases, problem.file(), "folder", "error", problem.message(), problem.message()));
        report.findings()
                .forEach(finding -> addFailure(
                        cases,
                        finding.file().isEmpty() ? "folder" : finding.file(),
                        finding.rule().id()
                                + finding.place()
                                        .map(place -> ":" + place.line())
                                        .orElse(""),
                        LintText.word(finding.severity()),
                        finding.rule().summary(),
                        LintMessage.of(finding)));
        int failures = report.problems().size() + report.findings().size();
        List<String> clean =
                report.files().stream().filter(file -> !found.contains(file)).toList();
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        String counts = "tests=\"" + (failures + clean.size()) + "\" failures=\"" + failures + "\"";
        lines.add("<testsuites " + counts + ">");
        lines.add("  <testsuite name=\"godwit lint\" " + counts + " errors=\"0\" skipped=\"0\">");
        lines.addAll(cases);
        clean.forEach(file -> lines.add("    <testcase classname=" + attribute(file) + " name=\"lint\"/>"));
        lines.add("  </testsuite>");
        lines.add("</testsuites>");
        return lines;
    }

    private static void addFailure(
            List<String> lines, String file, String name, String type, String message, String text) {
        lines.add("    <testcase classname=" + attribute(file) + " name=" + attribute(name) + ">");
        lines.add("      <failure type=" + attribute(type) + " message=" + attribute(message) + ">" + escaped(text)
                + "</failure>");
        lines.add("    </testcase>");
    }

    private static String attribute(String text) {
        return "\"" + escaped(text).replace("\n", "&#10;") + "\"";
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append((char) c);
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? '?' : c);
            }
        });
        return escaped.toString();
    }
}
