package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds lock timeouts that are set when it is too late. */
final class LockTimeoutAfterStatement implements Rule {
    private static final Set<String> SETTINGS = Set.of("lock_timeout", "lock_wait_timeout");
    private static final RuleInfo INFO = RuleInfo.warn(
            "lock-timeout-after-statement", Category.LOCK, "The lock timeout is set behind a statement that needs it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Optional<StatementContext> first =
                file.statements().stream().filter(Timeouts::isStrong).findFirst();
        Optional<StatementContext> setting = Timeouts.setting(file, SETTINGS).findFirst();
        return first
                .filter(strong ->
                        setting.filter(set -> strong.index() < set.index()).isPresent())
                .map(strong -> found(strong, setting.orElseThrow()))
                .stream();
    }

    private static Found found(StatementContext strong, StatementContext setting) {
        return Found.at(
                        setting,
                        "the statement further up waits for its lock without this timeout, and everybody else behind"
                                + " it")
                .because("a setting is for what comes after it")
                .instead(List.of(setting.text() + ";", strong.text() + ";"));
    }
}
