package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds work that writes so much log that replicas fall behind. */
final class ReplicationLagRisk implements Rule {
    private static final long MUCH = 4L << 30;
    private static final RuleInfo INFO = RuleInfo.warn(
                    "replication-lag-risk", Category.REPLICATION, "The log that this writes leaves replicas behind")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.effects().work().stream()
                .filter(work -> work.work() == Work.REWRITE)
                .flatMap(work -> statement.before().table(work.table()).stream())
                .flatMap(table -> table.measures().stream()
                        .filter(measures -> measures.bytes() + measures.indexBytes() >= MUCH)
                        .map(measures -> Found.at(
                                        statement,
                                        "some " + ((measures.bytes() + measures.indexBytes()) >> 30)
                                                + " GiB of write-ahead log: replicas fall behind, and slots keep it on"
                                                + " disk")
                                .about(table.name())
                                .because("every row and index entry that is written anew goes through the log")
                                .instead(List.of("-- move the rows in batches, and pause while replicas are behind"))));
    }
}
