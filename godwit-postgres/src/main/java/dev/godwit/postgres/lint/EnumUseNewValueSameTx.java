package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.AddEnumValue;
import java.util.List;
import java.util.stream.Stream;

/** Finds enum values that are used in the transaction that adds them. */
final class EnumUseNewValueSameTx implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "enum-use-new-value-same-tx",
                    Category.TRANSACTION_SAFETY,
                    "A new enum value cannot be used before it is committed")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.transaction().origin() != Origin.AUTHOR || statement.statement() instanceof AddEnumValue) {
            return Stream.empty();
        }
        return statement.earlierInTransaction().stream()
                .filter(earlier -> earlier.statement() instanceof AddEnumValue)
                .map(earlier -> (AddEnumValue) earlier.statement())
                .filter(add -> !isMadeInTransaction(statement, add.type()))
                .filter(add -> mentions(statement, add.value()))
                .limit(1)
                .map(add -> found(statement, add));
    }

    private static boolean isMadeInTransaction(StatementContext statement, QualifiedName type) {
        return statement.earlierInTransaction().stream()
                .anyMatch(earlier -> earlier.statement() instanceof CreateType create
                        && create.name().equals(type));
    }

    private static boolean mentions(StatementContext statement, String value) {
        return statement.text().contains("'" + value.replace("'", "''") + "'");
    }

    private static Found found(StatementContext statement, AddEnumValue add) {
        return Found.at(
                        statement,
                        "PostgreSQL refuses '" + add.value() + "' here (SQLSTATE 55P04): the migration fails")
                .about(add.type())
                .because("the value was added earlier in this transaction, and can be used only when that has been"
                        + " committed")
                .instead(List.of(statement.sql(add), "COMMIT;", "BEGIN;", statement.text() + ";"));
    }
}
