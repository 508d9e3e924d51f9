package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.Reindex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes that are rebuilt while writes wait. */
final class ReindexBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "reindex-blocking", Category.LOCK, "REINDEX without CONCURRENTLY blocks writes and index reads")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Reindex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Reindex reindex)
                || reindex.concurrency() == Concurrency.CONCURRENTLY
                || reindex.name().filter(name -> isNew(statement, name)).isPresent()) {
            return Stream.empty();
        }
        String what = reindex.name().map(QualifiedName::toString).orElse("all of them");
        Found found = Found.at(
                        statement,
                        "SHARE on the table of " + reindex.target().toLowerCase(Locale.ROOT) + " " + what
                                + ", ACCESS EXCLUSIVE on its indexes: every write waits, and every read that would use"
                                + " them")
                .because("all rows are read and the indexes built of them while the locks are held")
                .instead(way(statement, reindex));
        return Stream.of(reindex.name()
                .filter(name -> reindex.target().equals("TABLE"))
                .map(found::weighing)
                .orElse(found));
    }

    private static boolean isNew(StatementContext statement, QualifiedName name) {
        return statement.isNew(name)
                || statement
                        .before()
                        .tableOfIndex(name)
                        .filter(table -> statement.isNew(table.name()))
                        .isPresent();
    }

    private static List<String> way(StatementContext statement, Reindex reindex) {
        if (!statement.version().atLeast(12)) {
            return List.of(
                    "-- before PostgreSQL 12: CREATE INDEX CONCURRENTLY beside the old one, DROP INDEX CONCURRENTLY,"
                            + " rename");
        }
        if (reindex.target().equals("SYSTEM")) {
            return List.of();
        }
        return List.of(
                statement.sql(new Reindex(reindex.span(), Concurrency.CONCURRENTLY, reindex.target(), reindex.name())));
    }
}
