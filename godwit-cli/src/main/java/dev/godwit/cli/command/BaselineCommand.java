package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/** Records migrations without running them. */
final class BaselineCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "baseline",
                "Record that the database has the migrations already",
                "Records every migration up to --to (all, unless it is given) as applied and runs none of them: for a database"
                        + " that was built by other means.",
                Keys.concat(List.of(Keys.TO, Keys.DRY_RUN), Keys.CONNECTION, Keys.FOLDER, Keys.PATIENCE, Keys.COMMON),
                List.of("godwit baseline --dry-run", "godwit baseline --to 20260115093000"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Optional<String> last = invocation.find(Keys.TO);
        int recorded = invocation.withGodwit(godwit -> godwit.baseline(last.map(MigrationId::new), invocation.mode()));
        return new Outcome.Baselined(recorded, last, invocation.mode());
    }
}
