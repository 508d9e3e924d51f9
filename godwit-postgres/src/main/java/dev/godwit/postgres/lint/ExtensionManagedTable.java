package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.FolderContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds changes of tables that an extension looks after. */
final class ExtensionManagedTable implements Rule {
    private static final Set<String> SCHEMAS = Set.of(
            "_timescaledb_internal",
            "_timescaledb_catalog",
            "_timescaledb_config",
            "partman",
            "cron",
            "pglogical",
            "repack",
            "topology",
            "tiger",
            "columnar_internal");
    private static final Pattern CALL = Pattern.compile(
            "(?:create_hypertable|create_distributed_table|create_reference_table|create_parent)\\s*\\(\\s*'(?:[^'.]*\\.)?([^'.]+)'");
    private static final RuleInfo INFO = RuleInfo.warn(
                    "extension-managed-table", Category.LOCK, "An extension looks after this table and its copies")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FolderContext folder) {
        Stream.Builder<Found> found = Stream.builder();
        Set<String> handed = new HashSet<>();
        for (FileContext file : folder.files()) {
            for (StatementContext statement : file.statements()) {
                managed(statement, handed).ifPresent(name -> found.add(found(statement, name)));
                if (statement.statement() instanceof Dml dml && dml.verb().equals("SELECT")) {
                    Matcher call = CALL.matcher(statement.text());
                    if (call.find()) {
                        handed.add(call.group(1));
                    }
                }
            }
        }
        return found.build();
    }

    private static Optional<QualifiedName> managed(StatementContext statement, Set<String> handed) {
        if (!(statement.statement() instanceof Definition change)
                || change instanceof CreateTable
                || change instanceof CommentOn
                || change instanceof Privileges) {
            return Optional.empty();
        }
        return change.names().stream()
                .filter(name -> (name.parts().size() > 1
                                && SCHEMAS.contains(name.parts().getFirst().name()))
                        || handed.contains(name.last().name()))
                .findFirst();
    }

    private static Found found(StatementContext statement, QualifiedName name) {
        return Found.at(
                        statement,
                        "the extension does more than the statement says: it may refuse it, or do it for every chunk"
                                + " or shard and lock all of them")
                .about(name)
                .because(name + " belongs to, or has been handed to, an extension")
                .instead(List.of("-- use the extension's own functions for it, as its manual tells"));
    }
}
