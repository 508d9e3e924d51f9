package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
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
import java.util.Set;
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
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Stream.concat(
                hazards.of(statement, Cause.EXPRESSION_DEFAULT).map(ExpressionDefault::found), refused(statement));
    }

    // It is refused whatever the rows are: the migration stops there.
    private static Stream<Found> refused(StatementContext statement) {
        Optional<String> refusal = statement.effects().refusal().filter(why -> why.contains("error 1674"));
        if (refusal.isEmpty() || !(statement.statement() instanceof AlterTable alter)) {
            return Stream.empty();
        }
        return alter.actions(AddColumn.class)
                .filter(add -> add.definition().attribute(Default.class).isPresent())
                .map(add -> Found.at(statement, "the server refuses it: " + refusal.get())
                        .marking(add.definition().span())
                        .about(alter.table())
                        .because(
                                "the rows that are there would get values which the server has to make up, and a replica"
                                        + " that runs the statement would make up others")
                        .instead(later(statement, alter, add)));
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because("the expression is asked for each row that is there, so they are all written anew; "
                        + hazard.lets() + "; with statements in the binary log, replicas would compute other values")
                .instead(hazard.action()
                        .filter(AddColumn.class::isInstance)
                        .map(action -> later(hazard.context(), hazard.alter(), (AddColumn) action))
                        .orElseGet(() -> OnlineWays.shadow(hazard)));
    }

    private static List<String> later(StatementContext context, AlterTable alter, AddColumn add) {
        ColumnDefinition column = add.definition();
        Expression value = column.attribute(Default.class).map(Default::value).orElseThrow();
        List<ColumnAttribute> attributes = column.attributes().stream()
                .filter(attribute -> !(attribute instanceof Default) && !OnlineWays.isRule(attribute, NotNull.class))
                .toList();
        var bare = new ColumnDefinition(column.span(), column.name(), column.type(), attributes);
        String name = context.sql(new QualifiedName(List.of(column.name())));
        return List.of(
                OnlineWays.instant(context, alter, new AddColumn(bare, add.guard(), add.position())),
                OnlineWays.instant(context, alter, new SetDefault(column.name(), value)),
                "-- in batches, each committed by itself:",
                "UPDATE " + context.sql(alter.table()) + " SET " + name + " = " + value.text() + " WHERE " + name
                        + " IS NULL LIMIT 1000;");
    }
}
