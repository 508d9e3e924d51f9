package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.lint.NearestName;
import dev.godwit.core.lint.RuleId;
import java.util.List;

/** Prints the page about a rule. */
final class ExplainCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "explain",
                "Tell what a rule of lint finds, why, and what to do instead",
                "Prints the page about a rule of lint.",
                CommandInfo.Positional.one("RULE"),
                Keys.COMMON,
                List.of("godwit explain unused-suppression"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        String rule = invocation.arguments().argument().orElseThrow();
        List<String> known =
                RuleCatalogue.ids().stream().map(RuleId::value).sorted().toList();
        if (!known.contains(rule)) {
            String guess = NearestName.of(rule, known)
                    .map(nearest -> " Did you mean `godwit explain " + nearest + "`?")
                    .orElse(" `godwit rules` lists them.");
            throw new ConfigurationException("cannot explain \"" + rule + "\": there is no such rule." + guess);
        }
        String page = RulePages.find(rule)
                .orElseThrow(() -> new IllegalStateException("the distribution lacks the page of rule " + rule));
        return new Outcome.Explained(rule, page);
    }
}
