package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Identifier;
import java.util.stream.Stream;

/** Finds names that do not follow the convention. */
final class NamingConvention implements Rule {
    private static final RuleId ID = new RuleId("naming-convention");
    private static final String SNAKE = "[a-z][a-z0-9_]*";
    private static final RuleInfo INFO =
            RuleInfo.info("naming-convention", Category.STYLE, "The name does not follow the convention");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        String form = statement.file().folder().option(ID, "pattern").orElse(SNAKE);
        return DefinedNames.of(statement)
                .map(Identifier::name)
                .filter(name -> !name.matches(form))
                .distinct()
                .map(name -> Found.at(statement, name + " is not as names are here: " + form)
                        .because("names of several styles have to be quoted, or looked up"));
    }
}
