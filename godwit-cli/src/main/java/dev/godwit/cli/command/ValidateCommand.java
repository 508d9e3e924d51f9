package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.engine.Godwit;
import java.util.List;

/** Tells what is wrong. */
final class ValidateCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "validate",
                "Find what is wrong with the folder, or between it and the database",
                "Looks for files that no layout explains, versions that occur twice, applied migrations that were edited or"
                        + " deleted, and the like. Changes nothing. The exit status is 1 if something was found.",
                Keys.concat(Keys.CONNECTION, Keys.FOLDER, Keys.COMMON),
                List.of("godwit validate", "godwit validate --dir db/migrations --format flyway --output json"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        return new Outcome.Validated(invocation.withGodwit(Godwit::validate));
    }
}
