package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that are to count, on tables with rows. */
final class AutoIncrementAdd implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-auto-increment-add", Category.REWRITE, "AUTO_INCREMENT numbers all rows while writes wait")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    AutoIncrementAdd(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class, ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.AUTO_INCREMENT).map(AutoIncrementAdd::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "each row that is there gets a number, in an order that nobody knows, so that replicas which run the"
                                + " statement may number them otherwise; " + hazard.lets())
                .instead(OnlineWays.shadow(hazard));
    }
}
