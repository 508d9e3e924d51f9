package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.engine.Resolution;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/** Records what a person found out. */
final class ResolveCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "resolve",
                "Record a decision about a migration that needs one",
                "Settles a migration that Godwit cannot judge: one that was interrupted or failed half done, edited, deleted or"
                        + " run by hand. Only the record changes, never the schema.",
                Keys.concat(
                        List.of(Keys.APPLIED, Keys.ROLLED_BACK, Keys.DRY_RUN),
                        Keys.CONNECTION,
                        Keys.FOLDER,
                        Keys.PATIENCE,
                        Keys.COMMON),
                List.of("godwit resolve --applied 20260115093000", "godwit resolve --rolled-back 20260115093000"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Optional<String> applied = invocation.find(Keys.APPLIED);
        Optional<String> rolledBack = invocation.find(Keys.ROLLED_BACK);
        if (applied.isPresent() == rolledBack.isPresent()) {
            throw new ConfigurationException("cannot resolve a migration: exactly one of --applied and --rolled-back is"
                    + " needed. Look at the database, then give the one that is true.");
        }
        Resolution resolution = applied.isPresent() ? Resolution.APPLIED : Resolution.ROLLED_BACK;
        String id = applied.or(() -> rolledBack).orElseThrow();
        return invocation.withGodwit(godwit -> {
            godwit.resolve(new MigrationId(id), resolution, invocation.mode());
            return new Outcome.Resolved(id, resolution, invocation.mode());
        });
    }
}
