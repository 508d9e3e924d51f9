package dev.godwit.postgres.lint;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Reindex;
import java.util.List;
import java.util.stream.Stream;

/** Finds concurrent index builds on releases that corrupt them. */
final class IndexCorruptionVersion implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "index-corruption-version",
                    Category.DATA_LOSS,
                    "PostgreSQL 14.0 to 14.3 can corrupt an index built CONCURRENTLY")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        ServerVersion version = statement.version();
        boolean affected =
                version.major() == 14 && version.minor() < 4 && version.text().startsWith("14.");
        boolean builds =
                (statement.statement() instanceof CreateIndex index && index.concurrency() == Concurrency.CONCURRENTLY)
                        || (statement.statement() instanceof Reindex reindex
                                && reindex.concurrency() == Concurrency.CONCURRENTLY);
        if (!affected || !builds) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement,
                        "rows that are updated meanwhile can be missing from the index: queries do not find them")
                .because("PostgreSQL " + version + " has this fault, which 14.4 mends")
                .instead(List.of("-- upgrade to 14.4 or newer first; check older indexes with amcheck")));
    }
}
