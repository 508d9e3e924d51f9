package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a file says of waiting. */
final class Timeouts {
    private static final Pattern TIME =
            Pattern.compile("'?\\s*(\\d+)\\s*(us|ms|s|min|h|d)?\\s*'?", Pattern.CASE_INSENSITIVE);

    private Timeouts() {}

    /** Tells whether the statement makes readers or writers of tables that were there before wait. */
    static boolean isStrong(StatementContext statement) {
        return !(statement.statement() instanceof Dml)
                && statement.effects().locks().stream()
                        .anyMatch(lock ->
                                lock.mode().compareTo(LockMode.BLOCKS_WRITES) >= 0 && !statement.isNew(lock.table()));
    }

    /** Returns the statements of a file that set one of those settings. */
    static Stream<StatementContext> setting(FileContext file, Set<String> names) {
        return file.statements().stream()
                .filter(statement -> statement.statement() instanceof SessionSetting set && names.contains(set.name()));
    }

    /** Returns the milliseconds that a setting's value means, where its number has no unit in {@code unit}s. */
    static OptionalLong milliseconds(String value, String unit) {
        Matcher time = TIME.matcher(value.strip());
        if (!time.matches() || time.group(1).length() > 12) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(time.group(1));
        String said = time.group(2) == null ? unit : time.group(2).toLowerCase(Locale.ROOT);
        return OptionalLong.of(
                switch (said) {
                    case "us" -> number / 1_000;
                    case "s" -> number * 1_000;
                    case "min" -> number * 60_000;
                    case "h" -> number * 3_600_000;
                    case "d" -> number * 86_400_000;
                    default -> number;
                });
    }

    /** Returns the first statement of a file that needs a strong lock while none of those settings has been made. */
    static Optional<StatementContext> unguarded(FileContext file, Set<String> names) {
        for (StatementContext statement : file.statements()) {
            if (statement.statement() instanceof SessionSetting set && names.contains(set.name())) {
                return Optional.empty();
            }
            if (isStrong(statement)) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }
}
