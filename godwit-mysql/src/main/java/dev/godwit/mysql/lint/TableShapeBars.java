package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes that are instant elsewhere, but not on this table. */
final class TableShapeBars implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-instant-defeated-by-table-shape",
                    Category.REWRITE,
                    "What the table has turns an online change into a copy")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    TableShapeBars(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class, CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.TABLE_SHAPE).map(TableShapeBars::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because("on other tables the server does this with "
                        + hazard.reading().elsewhere().method() + "; here it is barred by "
                        + String.join(", ", hazard.reading().bars()) + "; " + hazard.lets())
                .instead(OnlineWays.shadow(hazard));
    }
}
