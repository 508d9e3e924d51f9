package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.config.LintConfiguration;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.lint.LintSettings;
import java.util.List;

/** Lists the rules of lint. */
final class RulesCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "rules",
                "List the rules of lint",
                "Lists the rules of lint with the severity that the configuration gives them; \"off\" are those that"
                        + " it does not ask, or that are asked on request only. `godwit explain RULE` tells more of one.",
                Keys.COMMON,
                List.of("godwit rules", "godwit rules --output json"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        List<RuleCatalogue.Listed> rules = RuleCatalogue.all(Products.engines());
        LintSettings settings =
                LintConfiguration.read(invocation.configuration().lint(), RuleCatalogue::ids);
        return new Outcome.Rules(rules.stream()
                .map(rule -> new Outcome.Rules.Listed(rule.info(), settings.severity(rule.info()), rule.products()))
                .toList());
    }
}
