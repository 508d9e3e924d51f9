package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.Change;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds statements that copy a table, or keep its writers waiting, for a reason that no other rule names. */
final class AlgorithmCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-algorithm-copy", Category.REWRITE, "The server copies the whole table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    AlgorithmCopy(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class, CreateIndex.class, Maintenance.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof Maintenance
                ? Hazards.worst(statement, statement.effects()).map(work -> rebuilt(statement, work)).stream()
                : hazards.of(statement, Cause.OTHER).map(AlgorithmCopy::found);
    }

    private static Found rebuilt(StatementContext statement, TableWork work) {
        return Found.at(statement, LockText.of(statement, work))
                .weighing(work.table())
                .because("the table is made anew, and what it has keeps the server from doing so while others write")
                .instead(List.of("-- run it when there is nothing to do, or leave it out: InnoDB reuses free room"));
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(why(hazard) + "; " + hazard.lets())
                .instead(isAskedFor(hazard) ? List.of(plain(hazard)) : OnlineWays.shadow(hazard));
    }

    private static boolean isKnown(Hazard hazard) {
        return hazard.action().filter(ColumnAction.class::isInstance).map(ColumnAction.class::cast).stream()
                .anyMatch(action -> hazard.context()
                        .before()
                        .table(hazard.alter().table())
                        .flatMap(table -> table.column(action.column()))
                        .isPresent());
    }

    private static boolean isAskedFor(Hazard hazard) {
        return hazard.action().isEmpty()
                && hazard.alter()
                        .actions(TableAction.Algorithm.class)
                        .anyMatch(algorithm -> algorithm.name().equals("COPY"))
                && !Hazards.hurts(hazard.reading().elsewhere());
    }

    private static String plain(Hazard hazard) {
        return hazard.sql(OnlineWays.withoutClauses(hazard.alter()).toArray(new AlterAction[0]));
    }

    private static String why(Hazard hazard) {
        if (isAskedFor(hazard)) {
            return "ALGORITHM=COPY is what the statement asks for; the server would not need it";
        }
        if (hazard.reading().asksFor(Change.CHANGE_TYPE)) {
            return "the values of " + hazard.column() + " are stored anew in the other type"
                    + (isKnown(hazard) ? "" : ", unless it has that type already, which its files do not say");
        }
        if (hazard.reading().asksFor(Change.ADD_CHECK, Change.ADD_COLUMN_CHECK)) {
            return "a CHECK is looked at for each row while it is copied";
        }
        if (hazard.reading().asksFor(Change.CHANGE_ENGINE)) {
            return "another storage engine stores all rows anew";
        }
        if (hazard.reading().asksFor(Change.SORT_ROWS)) {
            return "InnoDB keeps rows in the order of their primary key, so ORDER BY copies for nothing";
        }
        if (hazard.reading().asksFor(Change.ADD_FUNCTIONAL_INDEX, Change.INDEX_NEW_VIRTUAL_COLUMN)) {
            return "the column that the index is on comes with it, and its values are computed from all rows";
        }
        return hazard.action().isEmpty()
                ? "each of these changes could be done in a better way alone, together they are not"
                : "the server knows no better way for this change";
    }
}
