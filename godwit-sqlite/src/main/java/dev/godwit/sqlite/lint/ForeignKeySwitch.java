package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether foreign keys are enforced, which each connection decides for itself. */
enum ForeignKeySwitch {
    ON,
    OFF,
    /** Nothing in the file says so: it is off unless whoever opens the connection, or a build of the library, has switched it on. */
    UNSAID;

    private static final String PRAGMA = "foreign_keys";
    private static final Set<String> YES = Set.of("on", "1", "true", "yes");

    /** Returns the value that a statement gives it; empty for one that only asks, and for any other. */
    static Optional<ForeignKeySwitch> set(StatementContext statement) {
        return statement.statement() instanceof SessionSetting setting
                        && setting.name().equals(PRAGMA)
                        && setting.value().isPresent()
                ? Optional.of(of(setting.value().get()))
                : Optional.empty();
    }

    private static ForeignKeySwitch of(String value) {
        String bare = value.strip().toLowerCase(Locale.ROOT).replace("'", "").replace("\"", "");
        return YES.contains(bare) ? ON : OFF;
    }

    /** Returns how it stands when a statement begins: between the author's BEGIN and COMMIT the pragma does nothing. */
    static ForeignKeySwitch at(StatementContext statement) {
        return statement.file().statements().stream()
                .filter(earlier -> earlier.index() < statement.index())
                .filter(earlier -> earlier.transaction().origin() != Origin.AUTHOR)
                .flatMap(earlier -> set(earlier).stream())
                .reduce((first, second) -> second)
                .orElse(UNSAID);
    }

    /** Tells whether the file tries to switch it off before a statement, where that does nothing. */
    static boolean isOffInVain(StatementContext statement) {
        return statement.file().statements().stream()
                .filter(earlier -> earlier.index() < statement.index())
                .filter(earlier -> earlier.transaction().origin() == Origin.AUTHOR)
                .anyMatch(earlier -> set(earlier).filter(value -> value == OFF).isPresent());
    }

    /** Tells whether checks wait for the end of the transaction. */
    static boolean isDeferred(StatementContext statement) {
        return statement
                .before()
                .setting("defer_foreign_keys")
                .filter(value -> of(value) == ON)
                .isPresent();
    }
}
