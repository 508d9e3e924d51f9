package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/** Removes what only the old application used. */
final class ContractCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "contract",
                "Remove what only the old application used",
                "Runs what migrate has left for the time when the old application is gone: of all migrations that wait for it, or"
                        + " of the one that --to names. Look first with --dry-run: the way back of such a migration ends here.",
                Keys.concat(List.of(Keys.TO, Keys.DRY_RUN), Keys.CONNECTION, Keys.FOLDER, Keys.PATIENCE, Keys.COMMON),
                List.of("godwit contract --dry-run", "godwit contract", "godwit contract --to 20260115093000"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Optional<MigrationId> only = invocation.find(Keys.TO).map(MigrationId::new);
        return new Outcome.Ran(invocation.withGodwit(godwit -> godwit.contract(only, invocation.mode())));
    }
}
