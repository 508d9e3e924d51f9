package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds an ALGORITHM that the server takes and does not keep to. */
final class IdleAssertion implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-algorithm-assertion-not-enforced",
                    Category.LOCK,
                    "The server takes this ALGORITHM and writes all rows all the same")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    IdleAssertion(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(TableAction.Algorithm.class, CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.IDLE_ASSERTION).map(IdleAssertion::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "the clause is taken for this change without a look at what it comes to: it does not fail, it does"
                                + " what it was to keep off")
                .instead(
                        hazard.reading().concernsPartitions()
                                ? List.of("-- leave it out: InnoDB reuses free room")
                                : OnlineWays.shadow(hazard));
    }
}
