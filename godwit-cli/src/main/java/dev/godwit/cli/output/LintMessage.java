package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;

/** What a finding says, as one text for tools that know only one. */
final class LintMessage {
    private LintMessage() {}

    static String of(Finding finding) {
        var text = new StringBuilder(finding.rule().summary()).append(": ").append(finding.happens());
        if (!finding.because().isEmpty()) {
            text.append("\nWhy: ").append(finding.because());
        }
        if (!finding.instead().isEmpty()) {
            text.append("\nInstead:\n").append(String.join("\n", finding.instead()));
        }
        return text.toString();
    }
}
