package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterObject.Change;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds schemas that get another name. */
final class RenameSchema implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "rename-schema", Category.COMPATIBILITY, "A renamed schema breaks every query that names it")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterObject.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterObject alter)
                || !alter.kind().equals("SCHEMA")
                || alter.change() != Change.RENAME_TO) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement,
                        "every query and search_path that says " + alter.name() + " finds nothing there any more")
                .about(alter.name())
                .because("an unqualified name then means another schema's table or none, without an error at"
                        + " the rename")
                .instead(List.of("-- make the new schema with views on the tables of the old one, move the"
                        + " application over, then move the tables")));
    }
}
