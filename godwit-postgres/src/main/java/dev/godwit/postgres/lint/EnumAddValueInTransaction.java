package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.Statement.AddEnumValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds enum values that are added in a transaction where the server refuses that. */
final class EnumAddValueInTransaction implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "enum-add-value-in-transaction",
                    Category.TRANSACTION_SAFETY,
                    "Before PostgreSQL 12 ADD VALUE fails in a transaction")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddEnumValue.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AddEnumValue add)
                || statement.version().atLeast(12)
                || statement.transaction().origin() != Origin.AUTHOR) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement,
                        "PostgreSQL " + statement.version()
                                + " refuses this between BEGIN and COMMIT: the migration fails")
                .about(add.type())
                .because("from PostgreSQL 12 on it may stand in a transaction")
                .instead(List.of("COMMIT;", statement.sql(add))));
    }
}
