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
import java.util.ArrayList;
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

    // Asked of the folder, so that all statements are gone through once and not once for each.
    @Override
    public Stream<Found> check(FolderContext folder) {
        List<Found> found = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (FileContext file : folder.files()) {
            for (StatementContext statement : file.statements()) {
                if (statement.statement() instanceof Dml dml && dml.verb().equals("SELECT")) {
                    String text = statement.text();
                    if (CALLS.stream().anyMatch(text::contains)) {
                        calls.add(text);
                    }
                } else if (file.isJudged() && !file.isDown()) {
                    changed(statement)
                            .filter(name -> isManaged(name, calls))
                            .limit(1)
                            .forEach(name -> found.add(managed(statement, name)));
                }
            }
        }
        return found.stream();
    }

    private static Stream<QualifiedName> changed(StatementContext statement) {
        if (!(statement.statement() instanceof Definition change)
                || change instanceof CreateTable
                || change instanceof CommentOn
                || change instanceof Privileges) {
            return Stream.empty();
        }
        return change.names().stream();
    }

    private static Found managed(StatementContext statement, QualifiedName name) {
        return Found.at(
                        statement,
                        "the extension does more than the statement says: it may refuse it, or do it for every"
                                + " chunk or shard and lock all of them")
                .about(name)
                .because(name + " belongs to, or has been handed to, an extension")
                .instead(List.of("-- use the extension's own functions for it, as its manual tells"));
    }

    private static boolean isManaged(QualifiedName name, List<String> calls) {
        return (name.parts().size() > 1
                        && SCHEMAS.contains(name.parts().getFirst().name()))
                || calls.stream()
                        .anyMatch(text -> text.contains("'" + name.last().name() + "'")
                                || text.contains("." + name.last().name() + "'"));
    }
}
