package dev.godwit.core.lint;

import java.util.Locale;
import java.util.Optional;

/** What the configuration says of a rule. */
public enum Level {
    OFF,
    INFO,
    WARN,
    ERROR;

    /** Returns the severity, unless it is off. */
    public Optional<Severity> severity() {
        return switch (this) {
            case OFF -> Optional.empty();
            case INFO -> Optional.of(Severity.INFO);
            case WARN -> Optional.of(Severity.WARN);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }

    /** Returns the level of that name, in lower case. */
    public static Optional<Level> of(String name) {
        for (Level level : values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
