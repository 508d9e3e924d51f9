package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.IndexAction.AddIndex;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.Set;
import java.util.stream.Stream;

/** Finds FULLTEXT and SPATIAL indexes, which are built while writes wait. */
final class FulltextSpatialIndex implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-fulltext-spatial-index",
                    Category.LOCK,
                    "A FULLTEXT or SPATIAL index is built while writes wait")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    FulltextSpatialIndex(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddIndex.class, CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.FULLTEXT_OR_SPATIAL).map(FulltextSpatialIndex::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "the server builds these indexes with LOCK=SHARED at best, and the first FULLTEXT index of a table"
                                + " rebuilds the table for a hidden column; afterwards changes that were instant no longer are")
                .instead(OnlineWays.shadow(hazard));
    }
}
