package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.Statement.Maintenance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds large changes behind which statistics are old. */
final class AnalyzeAfterIndexOrBackfill implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "analyze-after-index-or-backfill", Category.STYLE, "Statistics are old until somebody runs ANALYZE")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Stream.Builder<Found> found = Stream.builder();
        Set<QualifiedName> said = new HashSet<>();
        for (StatementContext statement : file.statements()) {
            changed(statement)
                    .filter(table -> !isAnalyzed(file, statement, table) && said.add(table))
                    .map(table -> found(statement, table))
                    .ifPresent(found::add);
        }
        return found.build();
    }

    private static Optional<QualifiedName> changed(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateIndex index
            when index.elements().stream()
                    .anyMatch(element -> element.expression().isPresent()) -> Optional.of(index.table());
            case Dml dml
            when dml.verb().equals("UPDATE")
                    || (dml.verb().equals("INSERT") && dml.clauses().contains(Clause.SELECT)) -> dml.target();
            case Statement other -> Optional.empty();
        };
    }

    private static boolean isAnalyzed(FileContext file, StatementContext statement, QualifiedName table) {
        return file.statements().stream()
                .filter(later -> later.index() > statement.index())
                .anyMatch(later -> later.statement() instanceof Maintenance maintenance
                        && (maintenance.verb().equals("ANALYZE")
                                || maintenance.options().contains("ANALYZE"))
                        && (maintenance.names().isEmpty() || maintenance.names().contains(table)));
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        return Found.at(
                        statement,
                        "queries on " + table + " are planned by what it held before, until autovacuum comes by")
                .about(table)
                .because("statistics of an expression begin with the first ANALYZE, and those of many changed rows are"
                        + " wrong")
                .instead(List.of("ANALYZE " + statement.sql(table) + ";"));
    }
}
