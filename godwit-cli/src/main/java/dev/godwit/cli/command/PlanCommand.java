package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/** Tells what migrate would run. */
final class PlanCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "plan",
                "Show the phases and steps that migrate would run",
                "For each pending migration: its steps, the SQL of each, the locks that it takes and who waits for them, how much"
                        + " there is to do, and why a statement is not run as written. Writes nothing.",
                Keys.concat(List.of(Keys.TO), Keys.CONNECTION, Keys.FOLDER, Keys.COMMON),
                List.of(
                        "godwit plan --url postgres://app@localhost/shop --dir db/migrations",
                        "godwit plan --to 20260115093000",
                        "godwit plan --output json"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Optional<MigrationId> to = invocation.find(Keys.TO).map(MigrationId::new);
        return new Outcome.Planned(invocation.withGodwit(godwit -> godwit.plan(to)));
    }
}
