package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.TableAction.ConvertCharset;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of the character set or collation that store rows or indexes anew. */
final class CharsetConversion implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-charset-conversion", Category.REWRITE, "Another character set or collation copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    CharsetConversion(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ModifyColumn.class, ChangeColumn.class, ConvertCharset.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.CHARACTER_SET).map(CharsetConversion::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because("texts are stored anew in the other character set, or the indexes on them in another order; "
                        + hazard.lets() + "; joins with columns that are left in the old one use no index")
                .instead(OnlineWays.shadow(hazard));
    }
}
