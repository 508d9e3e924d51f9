package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.cli.output.PlanText;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes migrations back. */
final class RollbackCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "rollback",
                "Take migrations back",
                "Takes the newest migrations back, one unless --steps or --to says otherwise: by their down scripts, or by the"
                        + " steps that a plan recorded. Shows what will be done and asks"
                        + " first; --yes does not ask. If one of them has no way back, nothing is done.",
                Keys.concat(
                        List.of(Keys.STEPS, Keys.TO, Keys.YES, Keys.DRY_RUN),
                        Keys.CONNECTION,
                        Keys.FOLDER,
                        Keys.PATIENCE,
                        Keys.COMMON),
                List.of(
                        "godwit rollback",
                        "godwit rollback --steps 3 --dry-run",
                        "godwit rollback --to 20260115093000 --yes",
                        "godwit rollback --to 0 --yes"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        RollbackTarget target = target(invocation);
        return invocation.withGodwit(godwit -> switch (invocation.mode()) {
            case DRY_RUN -> new Outcome.Ran(godwit.rollback(target, RunMode.DRY_RUN));
            case RUN -> run(invocation, godwit, target);
        });
    }

    private static RollbackTarget target(Invocation invocation) {
        Optional<String> to = invocation.find(Keys.TO);
        Optional<Integer> steps = invocation.find(Keys.STEPS);
        if (to.isPresent() && steps.isPresent()) {
            throw new ConfigurationException(
                    "cannot take migrations back: --to and --steps say it twice. Leave one of them away.");
        }
        return to.<RollbackTarget>map(id -> new RollbackTarget.To(new MigrationId(id)))
                .orElseGet(() -> new RollbackTarget.Steps(steps.orElse(1)));
    }

    private static Outcome run(Invocation invocation, Godwit godwit, RollbackTarget target) {
        if (!invocation.configuration().isOn(Keys.YES)) {
            refuseUnlessInteractive(invocation);
            RunReport planned = godwit.rollback(target, RunMode.DRY_RUN);
            if (!planned.ran().isEmpty() && !isConfirmed(invocation, planned)) {
                return new Outcome.Declined();
            }
        }
        return new Outcome.Ran(godwit.rollback(target, RunMode.RUN));
    }

    private static void refuseUnlessInteractive(Invocation invocation) {
        if (!invocation.surroundings().isInteractive()) {
            throw new ConfigurationException("cannot ask before taking migrations back: this is no terminal. Look with"
                    + " --dry-run, then give --yes.");
        }
    }

    private static boolean isConfirmed(Invocation invocation, RunReport planned) {
        PlanText.lines(planned).forEach(invocation.terminal()::println);
        String answer = invocation
                .surroundings()
                .keyboard()
                .ask("Data that these statements remove is gone for good. Take back? [y/N] ");
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
