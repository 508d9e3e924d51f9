package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds schemas that are dropped. */
final class DropSchema implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("drop-schema", Category.DATA_LOSS, "A dropped schema takes everything in it along");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropObject.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Drops.objects(statement, "SCHEMA")
                .filter(schema -> !isMadeHere(statement, schema))
                .map(schema -> Found.at(
                                statement,
                                "everything in " + schema
                                        + " is gone if CASCADE is said, and each query that names it fails")
                        .about(schema)
                        .because("once this is committed only a backup has it")
                        .instead(List.of(
                                "-- drop what is in it one by one, after the application has stopped to use it")));
    }

    private static boolean isMadeHere(StatementContext statement, QualifiedName schema) {
        return statement.file().statements().stream()
                .anyMatch(other -> other.index() < statement.index()
                        && other.statement() instanceof Definition create
                        && create.verb().equals("CREATE")
                        && create.kind().equals("SCHEMA")
                        && create.names().contains(schema));
    }
}
