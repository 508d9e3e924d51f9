package dev.godwit.core.lint;

import dev.godwit.core.effect.ServerVersion;
import java.util.List;

/**
 * What came of a look at files.
 *
 * @param files how many were judged, those that are only history left out
 * @param statements how many stand in them
 * @param findings by file, in the order in which the files are run, and by place
 * @param suppressed how many more there were that comments allow
 */
public record LintReport(ServerVersion version, int files, int statements, List<Finding> findings, int suppressed) {
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Returns how many findings are of that severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Tells whether one of the findings is of that severity or worse. */
    public boolean has(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }

    /** Returns the same with other findings. */
    public LintReport with(List<Finding> others) {
        return new LintReport(version, files, statements, others, suppressed);
    }
}
