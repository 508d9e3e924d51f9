package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.AddEnumValue;
import java.util.Set;
import java.util.stream.Stream;

/** Finds enum values that are added at the end without saying so. */
final class EnumValueUnordered implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "enum-value-unordered", Category.STYLE, "ADD VALUE without BEFORE or AFTER puts the value last")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddEnumValue.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof AddEnumValue add && add.place().isEmpty()
                ? Stream.of(Found.at(statement, "'" + add.value() + "' sorts behind all other values of " + add.type())
                        .about(add.type())
                        .because("values are compared and sorted in the order of the enum, and that cannot be"
                                + " changed later"))
                : Stream.empty();
    }
}
