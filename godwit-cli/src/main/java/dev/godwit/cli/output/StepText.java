package dev.godwit.cli.output;

import dev.godwit.cli.config.Durations;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.engine.PlanReport;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.plan.Estimate;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan, for people. */
final class StepText {
    private final Terminal terminal;

    StepText(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(PlanReport report) {
        List<String> lines = new ArrayList<>();
        if (report.migrations().isEmpty() && report.begun().isEmpty()) {
            lines.add("Nothing is pending.");
        }
        for (Migration begun : report.begun()) {
            lines.add(terminal.styled(Style.STRONG, begun.displayName()));
            lines.add("  goes on with the steps that were planned when it began");
        }
        report.migrations().forEach(planned -> add(lines, planned.migration(), planned.plan()));
        if (!report.open().isEmpty()) {
            lines.add("CONTRACT is still to come for "
                    + report.open().stream().map(Migration::displayName).collect(Collectors.joining(", "))
                    + ". When the old application is gone: godwit contract");
        }
        return lines;
    }

    private void add(List<String> lines, Migration migration, MigrationPlan plan) {
        lines.add(terminal.styled(Style.STRONG, migration.displayName()));
        if (plan.isAsWritten()) {
            lines.add("  runs as written");
        }
        for (MigrationPlan.Written written : plan.statements()) {
            written.why().ifPresent(why -> {
                lines.add("  line " + written.line() + ": " + first(written.text()));
                lines.add("    " + why);
            });
        }
        for (Phase phase : Phase.values()) {
            List<PlannedStep> steps = plan.steps(phase);
            if (!steps.isEmpty()) {
                lines.add("  " + phase.name()
                        + (phase == Phase.CONTRACT ? ", when the old application is gone (godwit contract)" : ""));
                for (int i = 0; i < steps.size(); i++) {
                    add(lines, i + 1, steps.get(i));
                }
            }
        }
        lines.add("");
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("") + (text.lines().count() > 1 ? " …" : "");
    }

    private static void add(List<String> lines, int number, PlannedStep planned) {
        Step step = planned.step();
        lines.add("    " + number + ". " + step.purpose() + " (" + how(step) + ")");
        for (String statement : step.statements()) {
            statement.lines().forEach(line -> lines.add("         " + line));
        }
        lines.add("       " + locks(planned)
                + planned.estimate().map(estimate -> "; " + size(estimate)).orElse(""));
    }

    private static String how(Step step) {
        return switch (step) {
            case Step.Change change -> "one transaction";
            case Step.Online online -> "outside of transactions";
            case Step.Batches batches -> "in batches";
            case Step.Check check -> "a look";
            case Step.Setting setting -> "a setting";
        };
    }

    /** Says which locks a step takes, and who waits for them. */
    static String locks(PlannedStep planned) {
        if (planned.locks().isEmpty()) {
            return "no lock that others wait for";
        }
        return planned.locks().stream().map(StepText::lock).collect(Collectors.joining(", "));
    }

    private static String lock(TableLock lock) {
        return lock.serverName() + " on " + lock.table() + waits(lock.mode());
    }

    private static String waits(LockMode mode) {
        return switch (mode) {
            case BLOCKS_NOTHING -> "";
            case BLOCKS_DDL -> ", which blocks neither reads nor writes";
            case BLOCKS_WRITES -> ", for an instant: writes wait";
            case BLOCKS_READS_AND_WRITES -> ", for an instant: reads and writes wait";
        };
    }

    /** Says what there is to do, and how long it takes about. */
    static String size(Estimate estimate) {
        return Words.plural(estimate.rows(), "row") + ", " + estimate.bytes() / 1024 / 1024 + " MiB, about "
                + Durations.show(estimate.time());
    }
}
