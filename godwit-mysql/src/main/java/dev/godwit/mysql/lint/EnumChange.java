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

/** Finds members of an ENUM that are not simply appended. */
final class EnumChange implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-enum-change",
                    Category.REWRITE,
                    "An ENUM whose members are not only appended copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    EnumChange(Hazards hazards) {
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
        return hazards.of(statement, Cause.ENUM_MEMBERS).map(EnumChange::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "rows hold the number of a member: only further ones at the end, up to 255 in all, leave the rows as they are; "
                                + hazard.lets())
                .instead(OnlineWays.appended(hazard));
    }
}
