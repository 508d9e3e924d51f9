package dev.godwit.core.lint;

import dev.godwit.sql.Statement.Unparsed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the use of Godwit itself, found by the linter while it works. */
public final class ToolRules {
    static final RuleInfo CANNOT_ANALYSE =
            RuleInfo.warn("cannot-analyse", Category.TOOL, "A statement that cannot be judged");
    static final RuleInfo UNUSED =
            RuleInfo.warn("unused-suppression", Category.TOOL, "An allow comment that allows nothing");
    static final RuleInfo WITHOUT_REASON =
            RuleInfo.warn("suppression-requires-reason", Category.TOOL, "An allow comment that does not say why");
    static final RuleInfo UNKNOWN =
            RuleInfo.warn("suppression-of-unknown-rule", Category.TOOL, "An allow comment that names no rule");

    static final RuleInfo FAILED =
            RuleInfo.error("rule-failed", Category.TOOL, "A rule of Godwit that broke down itself");

    private ToolRules() {}

    /** Returns all of them. */
    public static List<Rule> all() {
        return List.of(
                new CannotAnalyse(),
                new FoundMeanwhile(UNUSED),
                new FoundMeanwhile(WITHOUT_REASON),
                new FoundMeanwhile(UNKNOWN),
                new FoundMeanwhile(FAILED));
    }

    /** Says what it cannot judge, instead of guessing. */
    private record CannotAnalyse() implements Rule {
        @Override
        public RuleInfo info() {
            return CANNOT_ANALYSE;
        }

        @Override
        public Stream<Found> check(StatementContext statement) {
            Optional<String> why = statement.statement() instanceof Unparsed unread
                    ? Optional.of(unread.why())
                    : statement.effects().unknown();
            return why.stream()
                    .map(reason -> Found.at(statement, "cannot tell what this does: " + reason)
                            .because("it may take any lock and lose anything"));
        }
    }

    /** A rule whose findings come up while comments are read or other rules are asked. */
    private record FoundMeanwhile(RuleInfo info) implements Rule {}
}
