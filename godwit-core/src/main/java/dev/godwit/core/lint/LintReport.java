package dev.godwit.core.lint;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.Problem;
import java.util.List;

/**
 * What came of a look at files.
 *
 * @param files those that were judged, as they are shown; those that are only history left out
 * @param statements how many stand in them
 * @param findings by file, in the order in which the files are run, and by place
 * @param suppressed how many more there were that comments or a baseline allow
 * @param problems what keeps the folder from being run at all
 * @param notes what else is to be known of the folder
 */
public record LintReport(
        ServerVersion version,
        List<String> files,
        int statements,
        List<Finding> findings,
        int suppressed,
        List<Problem> problems,
        List<Problem> notes) {
    public LintReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
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

    /** Returns the same without the findings that {@code known} holds. */
    public LintReport without(Baseline known) {
        List<Finding> left = known.leaveOut(findings);
        int more = findings.size() - left.size();
        return new LintReport(version, files, statements, left, suppressed + more, problems, notes);
    }

    /** Returns the same with those of its findings. */
    public LintReport with(List<Finding> left) {
        return new LintReport(version, files, statements, left, suppressed, problems, notes);
    }
}
