package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import java.util.Set;
import java.util.stream.Stream;

/** Finds VARCHARs that grow over 255 bytes. */
final class VarcharBoundary implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-varchar-255-byte-boundary",
                    Category.REWRITE,
                    "A VARCHAR that grows over 255 bytes copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    VarcharBoundary(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.LENGTH_BYTES).map(VarcharBoundary::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "up to 255 bytes (63 characters of utf8mb4) a value's length is written in one byte, beyond in two, so"
                                + " every value of " + hazard.column() + " is stored anew; " + hazard.lets())
                .instead(OnlineWays.shadow(hazard));
    }
}
