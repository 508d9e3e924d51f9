package dev.godwit.core.engine;

import dev.godwit.core.engine.PlanReport.Planned;
import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintReport;
import java.util.List;

/** Knows which findings the plan has taken care of: those in statements instead of which something else is run. */
final class Defused {
    private Defused() {}

    static LintReport without(LintReport report, List<Planned> plans) {
        return report.with(report.findings().stream()
                .filter(finding -> plans.stream().noneMatch(plan -> isRewritten(finding, plan)))
                .toList());
    }

    private static boolean isRewritten(Finding finding, Planned planned) {
        return finding.place()
                .filter(place -> place.file().equals(planned.plan().file()))
                .filter(place -> planned.plan().statements().stream()
                        .anyMatch(written -> written.isRewritten()
                                && written.span().start() <= place.mark().start()
                                && place.mark().start() < written.span().end()))
                .isPresent();
    }
}
