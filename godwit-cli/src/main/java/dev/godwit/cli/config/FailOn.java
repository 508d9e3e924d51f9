package dev.godwit.cli.config;

import dev.godwit.core.lint.Severity;
import java.util.Optional;

/** From which severity on findings end with status 1. */
public enum FailOn {
    ERROR,
    WARN,
    INFO,
    NONE;

    /** Returns the least severity that counts. */
    public Optional<Severity> severity() {
        return switch (this) {
            case ERROR -> Optional.of(Severity.ERROR);
            case WARN -> Optional.of(Severity.WARN);
            case INFO -> Optional.of(Severity.INFO);
            case NONE -> Optional.empty();
        };
    }
}
