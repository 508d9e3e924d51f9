package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.config.LintConfiguration;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.lint.LintSettings;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/** Applies what is pending. */
final class MigrateCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "migrate",
                "Apply the pending migrations",
                "Looks at the pending migrations as lint does and stops at an error that no plan makes harmless; else applies"
                        + " them by the steps that godwit plan shows. A run that was interrupted goes on where it stopped.",
                Keys.concat(
                        List.of(Keys.TO, Keys.DRY_RUN, Keys.NO_LINT),
                        Keys.CONNECTION,
                        Keys.FOLDER,
                        Keys.PATIENCE,
                        Keys.COMMON),
                List.of(
                        "godwit migrate --url postgres://app@localhost/shop --dir db/migrations",
                        "godwit migrate --dry-run",
                        "godwit migrate --to 20260115093000",
                        "godwit migrate --no-lint",
                        "DATABASE_URL=file:app.db godwit migrate --output json"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Optional<MigrationId> to = invocation.find(Keys.TO).map(MigrationId::new);
        Optional<LintSettings> lint = invocation.configuration().isOn(Keys.NO_LINT)
                ? Optional.empty()
                : Optional.of(LintConfiguration.read(invocation.configuration().lint(), RuleCatalogue::ids));
        return new Outcome.Ran(invocation.withGodwit(godwit -> godwit.migrate(to, invocation.mode(), lint)));
    }
}
