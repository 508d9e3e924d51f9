package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateType.Form;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new enums. */
final class CreateEnum implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "create-enum", Category.STYLE, "Values of an enum cannot be removed")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateType.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof CreateType create && create.form() instanceof Form.Enumeration
                ? Stream.of(Found.at(
                                statement,
                                "a value of " + create.name() + " can be added and renamed, never removed or moved")
                        .about(create.name())
                        .because("to take one out, every column of the type has to be written anew; a lookup"
                                + " table has no such limit"))
                : Stream.empty();
    }
}
