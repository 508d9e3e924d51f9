package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.lint.Burden;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds statements for which a setting should have been made. */
final class Settings {
    private Settings() {}

    /** Returns the first statement with a strong lock on a table that was there before, unless one of the settings is made before it. */
    static Optional<StatementContext> missing(FileContext file, Set<String> names) {
        for (StatementContext statement : file.isDown() ? List.<StatementContext>of() : file.statements()) {
            if (statement.statement() instanceof SessionSetting set && names.contains(set.name())) {
                return Optional.empty();
            }
            if (Burden.locksOut(statement, statement.effects(), LockMode.BLOCKS_WRITES)) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }
}
