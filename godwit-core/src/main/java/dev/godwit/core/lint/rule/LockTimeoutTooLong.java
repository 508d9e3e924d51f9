package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Finds lock timeouts that let the application wait for long. */
final class LockTimeoutTooLong implements Rule {
    private static final long LONGEST = 10_000;
    private static final RuleInfo INFO = RuleInfo.warn(
            "lock-timeout-too-long", Category.LOCK, "The lock timeout lets the application wait for long");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SessionSetting.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof SessionSetting set) || !isLong(set) || !isUsed(statement, set)) {
            return Stream.empty();
        }
        boolean postgres = set.name().equals("lock_timeout");
        return Stream.of(Found.at(
                        statement,
                        "a strong lock that is not granted keeps everybody else waiting behind it for "
                                + set.value().orElse("as long as it takes"))
                .because("whoever wants the table queues behind the one that waits for the lock; a few seconds are what"
                        + " users bear")
                .instead(List.of(
                        postgres ? "SET lock_timeout = '2s';" : "SET SESSION " + set.name() + " = 2;",
                        "-- and again after a pause where that fails")));
    }

    private static boolean isLong(SessionSetting set) {
        return switch (set.name()) {
            case "lock_timeout" -> set.value().stream().anyMatch(value -> isLong(Timeouts.milliseconds(value, "ms")));
            case "lock_wait_timeout" ->
                set.value().stream().anyMatch(value -> isLong(Timeouts.milliseconds(value, "s")));
            default -> false;
        };
    }

    private static boolean isLong(OptionalLong milliseconds) {
        return milliseconds.isPresent() && (milliseconds.getAsLong() > LONGEST || milliseconds.getAsLong() == 0);
    }

    private static boolean isUsed(StatementContext statement, SessionSetting set) {
        for (StatementContext later : statement.file().statements()) {
            if (later.index() <= statement.index()) {
                continue;
            }
            if (later.statement() instanceof SessionSetting other
                    && other.name().equals(set.name())) {
                return false;
            }
            if (Timeouts.isStrong(later)) {
                return true;
            }
        }
        return false;
    }
}
