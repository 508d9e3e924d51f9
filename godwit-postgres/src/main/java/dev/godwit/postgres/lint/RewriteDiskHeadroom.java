package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Measures;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds rewrites of tables that need much room while both copies are there. */
final class RewriteDiskHeadroom implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "rewrite-disk-headroom", Category.REWRITE, "A rewrite needs room for a second copy")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private static final long WORTH_SAYING = 1L << 30;

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.effects().work().stream()
                .filter(work -> work.work() == Work.REWRITE)
                .flatMap(work -> statement.before().table(work.table()).stream())
                .flatMap(table -> table.measures().stream()
                        .filter(measures -> measures.bytes() + measures.indexBytes() >= WORTH_SAYING)
                        .map(measures -> found(statement, table.name(), measures)));
    }

    private static Found found(StatementContext statement, QualifiedName table, Measures measures) {
        long gib = Math.round((measures.bytes() + measures.indexBytes()) / (double) WORTH_SAYING);
        return Found.at(
                        statement,
                        "some " + gib + " GiB of free disk are needed for the new copy of " + table
                                + ", and as much write-ahead log")
                .because("the old copy stays until the transaction ends; a full disk stops the whole server")
                .about(table);
    }
}
