package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the text with which an earlier statement defined what the catalog keeps only the outline of. */
final class OldDefinitions {
    private OldDefinitions() {}

    static Optional<String> trigger(StatementContext now, Identifier name) {
        return last(
                now,
                statement -> statement instanceof CreateTrigger create
                        && create.name().last().name().equalsIgnoreCase(name.name()));
    }

    static Optional<String> view(StatementContext now, QualifiedName name) {
        return last(
                now,
                statement -> statement instanceof CreateView create
                        && create.name()
                                .last()
                                .name()
                                .equalsIgnoreCase(name.last().name()));
    }

    private static Optional<String> last(StatementContext now, Predicate<Statement> wanted) {
        Optional<String> found = Optional.empty();
        for (var file : now.file().folder().files()) {
            for (StatementContext statement : file.statements()) {
                if (statement == now) {
                    return found;
                }
                if (wanted.test(statement.statement())) {
                    found = Optional.of(statement.text() + ";");
                }
            }
        }
        return found;
    }
}
