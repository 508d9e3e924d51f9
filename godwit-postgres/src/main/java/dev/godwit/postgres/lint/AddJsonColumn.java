package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns of type json. */
final class AddJsonColumn implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "add-json-column",
                    Category.COMPATIBILITY,
                    "json has no equality: DISTINCT and GROUP BY of the row fail")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter && !statement.isNew(alter.table())
                ? alter.actions(AddColumn.class)
                        .filter(add -> add.definition()
                                .type()
                                .filter(type -> type.base().equals("json"))
                                .isPresent())
                        .map(add -> Found.at(
                                        statement,
                                        "SELECT DISTINCT, GROUP BY and UNION over all columns of " + alter.table()
                                                + " fail from now on")
                                .marking(add.definition().span())
                                .about(alter.table())
                                .because("the server cannot say whether two json values are equal; of jsonb it can")
                                .instead(List.of(statement.sql(alter.with(List.of(Sql.typed(add, "jsonb")))))))
                : Stream.empty();
    }
}
