package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds strong locks that are waited for without an end. */
final class MissingLockTimeout implements Rule {
    private static final Set<String> SETTINGS = Set.of("lock_timeout", "lock_wait_timeout", "innodb_lock_wait_timeout");
    private static final RuleInfo INFO = RuleInfo.warn(
                    "missing-lock-timeout", Category.LOCK, "A strong lock is waited for without an end")
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return file.isDown()
                ? Stream.empty()
                : Timeouts.unguarded(file, SETTINGS).map(MissingLockTimeout::found).stream();
    }

    private static Found found(StatementContext statement) {
        TableLock lock = statement.effects().locks().stream()
                .filter(held -> held.mode() == statement.effects().lock())
                .findFirst()
                .orElseThrow();
        boolean postgres = statement.version().product().equals("postgres");
        return Found.at(
                        statement,
                        "while it waits for " + lock.serverName() + " on " + lock.table()
                                + ", everybody else who wants the table waits behind it")
                .weighing(lock.table())
                .because("one long query or open transaction is enough: it is the queue, not the lock, that stops the"
                        + " application")
                .instead(List.of(
                        postgres ? "SET lock_timeout = '1s';" : "SET SESSION lock_wait_timeout = 1;",
                        "-- and again after a pause where that fails:",
                        statement.text() + ";"));
    }
}
