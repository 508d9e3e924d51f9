package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateRoutine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds functions with their owner's rights that look names up where the caller says. */
final class SecurityDefinerSearchPath implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "security-definer-search-path",
                    Category.STYLE,
                    "The caller chooses what a SECURITY DEFINER function calls")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateRoutine.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof CreateRoutine create && isDefiner(create) && !setsPath(create)
                ? Stream.of(Found.at(
                                statement,
                                "a caller can put a table or function of its own before those that " + create.name()
                                        + " means, and have it run with the owner's rights")
                        .about(create.name())
                        .because("names in it are looked up in the caller's search_path")
                        .instead(List.of("ALTER " + create.kind() + " " + statement.sql(create.name())
                                + " SET search_path = pg_catalog, <the schema that it needs>, pg_temp;")))
                : Stream.empty();
    }

    private static boolean isDefiner(CreateRoutine create) {
        return create.characteristics().stream()
                .anyMatch(option -> option.name().contains("SECURITY DEFINER"));
    }

    private static boolean setsPath(CreateRoutine create) {
        return create.characteristics().stream()
                .anyMatch(option -> option.name().startsWith("SET")
                        && (option.name().contains("SEARCH_PATH")
                                || option.value()
                                        .filter(value -> value.text()
                                                .toLowerCase(Locale.ROOT)
                                                .contains("search_path"))
                                        .isPresent()));
    }
}
