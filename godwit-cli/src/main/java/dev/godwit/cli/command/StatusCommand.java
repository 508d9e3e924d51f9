package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.engine.Godwit;
import java.util.List;

/** Tells where the database stands. */
final class StatusCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "status",
                "Show which migrations are applied and which are pending",
                "Shows each migration of the folder and of the history table. Changes nothing. The exit status is 1 if"
                        + " `godwit migrate` would refuse.",
                Keys.concat(Keys.CONNECTION, Keys.FOLDER, Keys.COMMON),
                List.of(
                        "godwit status --url mysql://app@localhost/shop --dir db/migrations",
                        "godwit status --output json | jq '.migrations[] | select(.state == \"pending\")'"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        return new Outcome.Status(invocation.withGodwit(Godwit::status));
    }
}
