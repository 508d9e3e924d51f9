package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.config.LintConfiguration;
import dev.godwit.cli.output.BaselineFile;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.engine.LintRequest;
import dev.godwit.core.engine.LintSource;
import dev.godwit.core.engine.OfflineLint;
import dev.godwit.core.lint.Baseline;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.LintSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what statements do to a running system. */
final class LintCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "lint",
                "Tell what migrations would do to a running system",
                "Judges files in the order given as one history, or a folder of migrations in its order (unless named:"
                        + " that of --dir): locks, scans, rewrites, lost data and what breaks the application. Nothing is"
                        + " run. With --url it asks the database how large and busy its tables are, and judges what is"
                        + " pending there. The exit status is 1 if something of severity --fail-on was found.",
                CommandInfo.Positional.any("[FILES… | FOLDER]"),
                Keys.concat(
                        List.of(Keys.SERVER, Keys.SINCE, Keys.STDIN, Keys.FAIL_ON, Keys.BASELINE, Keys.WRITE_BASELINE),
                        Keys.CONNECTION,
                        List.of(Keys.DIR, Keys.FORMAT, Keys.PLACEHOLDER),
                        Keys.COMMON),
                List.of(
                        "godwit lint",
                        "godwit lint db/migrations --server postgres:16 --output github",
                        "godwit lint before.sql change.sql --server mysql:8.0",
                        "godwit lint --since origin/main --output sarif > godwit.sarif",
                        "godwit lint --stdin --server sqlite < change.sql",
                        "godwit lint --url postgres://reader@db/shop --fail-on warn",
                        "godwit lint --baseline lint-baseline.json --write-baseline"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        LintSources sources = LintSources.of(invocation);
        LintSettings settings =
                LintConfiguration.read(invocation.configuration().lint(), RuleCatalogue::ids);
        Predicate<String> judged = invocation
                .find(Keys.SINCE)
                .map(revision ->
                        ChangedFiles.since(revision, invocation.surroundings().workingDirectory()))
                .orElse(file -> true);
        Outcome.Linted linted = lint(invocation, sources, new LintRequest(settings, judged));
        return withBaseline(invocation, linted);
    }

    // A URL that merely is configured says which product it is; only one that is given asks for the server.
    private static Outcome.Linted lint(Invocation invocation, LintSources sources, LintRequest request) {
        boolean live = invocation.arguments().options().containsKey(Keys.URL.name());
        if (live && invocation.arguments().options().containsKey(Keys.SERVER.name())) {
            throw new ConfigurationException(
                    "cannot choose a server: --url and --server name two. Leave one of them away.");
        }
        if (live) {
            LintReport report =
                    invocation.withGodwit(godwit -> godwit.lint(sources.texts(), request), sources.directory());
            return linted(invocation, report, Optional.empty());
        }
        ServerChoice server = ServerChoice.of(invocation, sources.folder());
        LintSource source = sources.texts()
                .<LintSource>map(LintSource.Texts::new)
                .orElseGet(() -> new LintSource.Folder(
                        sources.directory(),
                        invocation.find(Keys.FORMAT),
                        invocation.find(Keys.PLACEHOLDER).orElse(java.util.Map.of())));
        LintReport report = new OfflineLint(
                        Products.formats(), invocation.surroundings().clock())
                .lint(server.engine(), server.version(), source, request);
        return linted(invocation, report, server.notice());
    }

    private static Outcome.Linted linted(Invocation invocation, LintReport report, Optional<String> notice) {
        return new Outcome.Linted(report, invocation.configuration().get(Keys.FAIL_ON), notice, RulePages::find);
    }

    private static Outcome withBaseline(Invocation invocation, Outcome.Linted linted) {
        Optional<Path> file =
                invocation.find(Keys.BASELINE).map(invocation.surroundings().workingDirectory()::resolve);
        if (invocation.configuration().isOn(Keys.WRITE_BASELINE)) {
            Path written = file.orElseThrow(() -> new ConfigurationException(
                    "cannot write a baseline: its file is not named. Name it with --baseline FILE."));
            Baseline baseline = Baseline.of(linted.report().findings());
            BaselineFile.write(written, baseline);
            return new Outcome.BaselineWritten(
                    written, linted.report().findings().size());
        }
        return file.map(BaselineFile::read).map(linted::without).orElse(linted);
    }
}
