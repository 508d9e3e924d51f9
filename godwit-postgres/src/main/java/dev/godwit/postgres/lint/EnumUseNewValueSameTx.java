package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.AddEnumValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    public Stream<Found> check(FileContext file) {
        Stream.Builder<Found> found = Stream.builder();
        List<AddEnumValue> added = new ArrayList<>();
        Set<QualifiedName> made = new HashSet<>();
        int transaction = -1;
        for (StatementContext statement : file.statements()) {
            if (statement.transaction().first() != transaction) {
                transaction = statement.transaction().first();
                added.clear();
                made.clear();
            }
            if (statement.transaction().origin() == Origin.AUTHOR) {
                step(statement, added, made).ifPresent(found::add);
            }
        }
        return found.build();
    }

    private static Optional<Found> step(StatementContext statement, List<AddEnumValue> added, Set<QualifiedName> made) {
        switch (statement.statement()) {
            case CreateType create -> made.add(create.name());
            case AddEnumValue add when !made.contains(add.type()) -> added.add(add);
            case Statement other -> {
                return added.stream()
                        .filter(add -> mentions(statement, add.value()))
                        .findFirst()
                        .map(add -> found(statement, add));
            }
        }
        return Optional.empty();
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
