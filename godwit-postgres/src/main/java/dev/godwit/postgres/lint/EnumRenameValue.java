package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds enum values that get another name. */
final class EnumRenameValue implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "enum-rename-value",
                    Category.COMPATIBILITY,
                    "A renamed enum value breaks those who read or write it")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterType.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof AlterType alter && !isMadeHere(statement, alter.name())
                ? alter.actions().stream()
                        .filter(action -> action instanceof AlterType.Action.RenameValue)
                        .map(action -> found(statement, alter, (AlterType.Action.RenameValue) action))
                : Stream.empty();
    }

    private static boolean isMadeHere(StatementContext statement, QualifiedName type) {
        return statement.file().statements().stream()
                .anyMatch(other -> other.index() < statement.index()
                        && other.statement() instanceof CreateType create
                        && create.name().equals(type));
    }

    private static Found found(StatementContext statement, AlterType alter, AlterType.Action.RenameValue rename) {
        return Found.at(
                        statement,
                        "each statement that says '" + rename.from() + "' fails, and readers meet '" + rename.to()
                                + "', which they do not know")
                .about(alter.name())
                .because("no lock is taken and nobody waits, but the name changes for both releases of the application"
                        + " at once")
                .instead(List.of(
                        "ALTER TYPE " + statement.sql(alter.name()) + " ADD VALUE '"
                                + rename.to().replace("'", "''") + "';",
                        "-- let the application read both and write the new one, then UPDATE the old rows in batches"));
    }
}
