package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds statements that write many rows at once. */
final class UnbatchedBackfill implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "unbatched-backfill", Category.LOCK, "One statement writes many rows and keeps all of them locked");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Dml.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Backfills.target(statement).map(table -> found(statement, table)).stream();
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        boolean everything = statement.effects().lockOn(TableLock.EVERYTHING).isPresent();
        String size = " (" + statement.rows(table) + " at worst)";
        return Found.at(
                        statement,
                        everything
                                ? "while it writes rows of " + table + size + " every other write to the database waits"
                                : "the rows of " + table + " that it writes" + size
                                        + " stay locked until the transaction ends: whoever writes one of them waits")
                .weighing(table)
                .because(
                        everything
                                ? "the database has one writer at a time; who waits longer than its timeout fails"
                                : "one long transaction also keeps replicas behind, fills the log and cannot be stopped"
                                        + " half-way without losing all")
                .instead(List.of(
                        "-- in batches, each committed by itself, until no row is left:", batch(statement, table)));
    }

    private static String batch(StatementContext statement, QualifiedName table) {
        Dml dml = (Dml) statement.statement();
        String condition =
                dml.where().map(where -> " AND (" + where.text() + ")").orElse("");
        String id = "WHERE id BETWEEN 1 AND 10000" + condition + ";";
        if (dml.verb().equals("DELETE")) {
            return "DELETE FROM " + statement.sql(table) + " " + id;
        }
        String columns = dml.columns().stream()
                .map(column -> statement.sql(new QualifiedName(List.of(column))) + " = …")
                .collect(Collectors.joining(", "));
        return "UPDATE " + statement.sql(table) + " SET " + columns + " " + id;
    }
}
