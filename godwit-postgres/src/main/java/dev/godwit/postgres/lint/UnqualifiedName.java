package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Definition;
import java.util.Set;
import java.util.stream.Stream;

/** Finds objects that are made in whatever schema comes first. */
final class UnqualifiedName implements Rule {
    private static final Set<String> KINDS =
            Set.of("TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "TYPE", "FUNCTION", "PROCEDURE", "DOMAIN");
    private static final RuleInfo INFO = RuleInfo.info(
                    "unqualified-name", Category.STYLE, "search_path decides where the object is made")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof Definition create
                        && create.verb().equals("CREATE")
                        && KINDS.contains(create.kind())
                        && !create.tail().contains("TEMPORARY")
                ? create.names().stream()
                        .limit(1)
                        .filter(name -> name.parts().size() == 1)
                        .map(name -> Found.at(
                                        statement,
                                        name
                                                + " is made in the first schema of the session's search_path,"
                                                + " whichever that is")
                                .about(name)
                                .because("another role or tool may have another search_path"))
                : Stream.empty();
    }
}
