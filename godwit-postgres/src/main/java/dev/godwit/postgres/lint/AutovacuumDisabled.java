package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction.ResetStorage;
import dev.godwit.sql.TableAction.SetStorage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables that autovacuum is told to leave alone. */
final class AutovacuumDisabled implements Rule {
    private static final Set<String> OPTIONS = Set.of("AUTOVACUUM_ENABLED", "TOAST.AUTOVACUUM_ENABLED");
    private static final RuleInfo INFO = RuleInfo.warn(
                    "autovacuum-disabled", Category.LOCK, "Without autovacuum the table bloats and statistics grow old")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        Stream<Option> options = switch (statement.statement()) {
            case CreateTable create when create.persistence() != Persistence.TEMPORARY -> create.options().stream();
            case AlterTable alter -> alter.actions(SetStorage.class).flatMap(set -> set.options().stream());
            case Statement other -> Stream.empty();
        };
        return options.filter(option -> OPTIONS.contains(option.name().toUpperCase(Locale.ROOT)))
                .filter(option ->
                        option.value().filter(AutovacuumDisabled::isOff).isPresent())
                .filter(option -> !isSwitchedOnAgain(statement))
                .map(option -> Found.at(
                                statement,
                                "dead rows are never cleared away: the table grows, queries slow down, and in"
                                        + " the end the server insists on a long VACUUM")
                        .because("this stays until somebody remembers it")
                        .instead(List.of("-- leave it on and let it do less at a time:"
                                + " autovacuum_vacuum_cost_delay,"
                                + " autovacuum_vacuum_scale_factor")));
    }

    private static boolean isOff(Expression value) {
        String text = value.text().replace("'", "").toLowerCase(Locale.ROOT);
        return text.equals("false") || text.equals("off") || text.equals("0") || text.equals("no");
    }

    private static boolean isSwitchedOnAgain(StatementContext statement) {
        return statement.file().statements().stream()
                .filter(later -> later.index() > statement.index())
                .flatMap(later -> Stream.concat(
                        later.actions(SetStorage.class)
                                .flatMap(set -> set.options().stream())
                                .filter(option -> option.value()
                                        .filter(value -> !isOff(value))
                                        .isPresent()),
                        later.actions(ResetStorage.class).flatMap(reset -> reset.options().stream())))
                .anyMatch(option -> OPTIONS.contains(option.name().toUpperCase(Locale.ROOT)));
    }
}
