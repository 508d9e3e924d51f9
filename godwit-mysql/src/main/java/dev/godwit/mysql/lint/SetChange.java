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

/** Finds members of a SET that are not simply appended. */
final class SetChange implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-set-change", Category.REWRITE, "A SET whose members are not only appended copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    SetChange(Hazards hazards) {
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
        return hazards.of(statement, Cause.SET_MEMBERS).map(SetChange::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "rows hold one bit for each member: only further ones at the end leave the rows as they are, as long as they fit into the same 1, 2, 3, 4 or 8 bytes; "
                                + hazard.lets())
                .instead(OnlineWays.appended(hazard));
    }
}
