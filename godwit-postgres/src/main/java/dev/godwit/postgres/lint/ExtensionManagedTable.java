package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
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
import java.util.List;
import java.util.Set;
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
    private static final Set<String> CALLS =
            Set.of("create_hypertable", "create_distributed_table", "create_reference_table", "create_parent");
    private static final RuleInfo INFO = RuleInfo.warn(
                    "extension-managed-table", Category.LOCK, "An extension looks after this table and its copies")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Definition change)
                || change instanceof CreateTable
                || change instanceof CommentOn
                || change instanceof Privileges) {
            return Stream.empty();
        }
        return change.names().stream()
                .filter(name -> isManaged(statement, name))
                .limit(1)
                .map(name -> Found.at(
                                statement,
                                "the extension does more than the statement says: it may refuse it, or do it for every"
                                        + " chunk or shard and lock all of them")
                        .about(name)
                        .because(name + " belongs to, or has been handed to, an extension")
                        .instead(List.of("-- use the extension's own functions for it, as its manual tells")));
    }

    private static boolean isManaged(StatementContext statement, QualifiedName name) {
        return (name.parts().size() > 1
                        && SCHEMAS.contains(name.parts().getFirst().name()))
                || statement.file().folder().files().stream()
                        .flatMap(file -> file.statements().stream())
                        .takeWhile(earlier -> earlier != statement)
                        .anyMatch(earlier -> hands(earlier, name));
    }

    private static boolean hands(StatementContext earlier, QualifiedName name) {
        if (!(earlier.statement() instanceof Dml dml) || !dml.verb().equals("SELECT")) {
            return false;
        }
        String text = earlier.text();
        return CALLS.stream().anyMatch(text::contains)
                && (text.contains("'" + name.last().name() + "'")
                        || text.contains("." + name.last().name() + "'"));
    }
}
