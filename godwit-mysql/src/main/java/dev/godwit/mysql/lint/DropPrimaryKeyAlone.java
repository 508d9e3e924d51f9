package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.IndexAction.DropTableIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds primary keys that are dropped without another in the same statement. */
final class DropPrimaryKeyAlone implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-drop-primary-key", Category.REWRITE, "DROP PRIMARY KEY alone copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    DropPrimaryKeyAlone(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropConstraint.class, DropColumn.class, DropTableIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.DROPPED_PRIMARY_KEY).map(DropPrimaryKeyAlone::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "rows are kept in the order of the primary key, and without another one they go through a hidden one; "
                                + hazard.lets() + "; together with ADD PRIMARY KEY it is rebuilt in place")
                .instead(List.of(
                        "-- with the columns of the new key:",
                        OnlineWays.online(hazard.context(), hazard.alter(), key(hazard), OnlineWays.primaryKey("id"))));
    }

    private static AlterAction key(Hazard hazard) {
        return hazard.action().orElseThrow();
    }
}
