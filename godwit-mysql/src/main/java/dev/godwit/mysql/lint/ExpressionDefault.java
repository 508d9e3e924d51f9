package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.SetDefault;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Default;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.Expression;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds new columns whose default is an expression. */
final class ExpressionDefault implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-expression-default",
                    Category.REWRITE,
                    "A new column whose default is an expression copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    ExpressionDefault(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.EXPRESSION_DEFAULT).map(ExpressionDefault::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because("the expression is asked for each row that is there, so they are all written anew; "
                        + hazard.lets() + "; with statements in the binary log, replicas would compute other values")
                .instead(hazard.action()
                        .filter(AddColumn.class::isInstance)
                        .map(action -> later(hazard, (AddColumn) action))
                        .orElseGet(() -> OnlineWays.shadow(hazard)));
    }

    private static List<String> later(Hazard hazard, AddColumn add) {
        ColumnDefinition column = add.definition();
        Optional<Expression> value = column.attribute(Default.class).map(Default::value);
        if (value.isEmpty()) {
            return OnlineWays.shadow(hazard);
        }
        List<ColumnAttribute> attributes = column.attributes().stream()
                .filter(attribute -> !(attribute instanceof Default) && !OnlineWays.isRule(attribute, NotNull.class))
                .toList();
        var bare = new ColumnDefinition(column.span(), column.name(), column.type(), attributes);
        String name = hazard.context().sql(new QualifiedName(List.of(column.name())));
        return List.of(
                OnlineWays.instant(hazard, new AddColumn(bare, add.guard(), add.position())),
                OnlineWays.instant(hazard, new SetDefault(column.name(), value.get())),
                "-- in batches, each committed by itself:",
                "UPDATE " + hazard.context().sql(hazard.alter().table()) + " SET " + name + " = "
                        + value.get().text() + " WHERE " + name + " IS NULL LIMIT 1000;");
    }
}
