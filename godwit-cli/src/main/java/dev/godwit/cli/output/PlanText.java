package dev.godwit.cli.output;

import dev.godwit.core.engine.RunReport;
import java.util.ArrayList;
import java.util.List;

/** What a dry run found, for people. */
public final class PlanText {
    private PlanText() {}

    /** Returns each migration with its statements, as they would be sent. */
    public static List<String> lines(RunReport report) {
        List<String> lines = new ArrayList<>();
        for (RunReport.Ran ran : report.ran()) {
            lines.add("");
            lines.add("  " + ran.migration().displayName());
            ran.statements().forEach(unit -> addUnit(lines, unit));
        }
        lines.add("");
        return lines;
    }

    private static void addUnit(List<String> lines, RunReport.PlannedUnit unit) {
        lines.add(
                switch (unit.transaction()) {
                    case ONE_TRANSACTION -> "    in one transaction:";
                    case NO_TRANSACTION -> "    outside a transaction:";
                });
        for (String statement : unit.statements()) {
            statement.lines().forEach(line -> lines.add("      " + line));
        }
    }
}
