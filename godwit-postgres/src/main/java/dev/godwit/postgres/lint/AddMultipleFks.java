package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds several foreign keys that are added at once. */
final class AddMultipleFks implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-multiple-fks", Category.LOCK, "Several foreign keys at once lock all their tables together")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Stream.Builder<Found> found = Stream.builder();
        Set<QualifiedName> tables = new LinkedHashSet<>();
        int transaction = -1;
        boolean said = false;
        for (StatementContext statement : file.statements()) {
            if (statement.transaction().first() != transaction) {
                transaction = statement.transaction().first();
                tables.clear();
                said = false;
            }
            List<QualifiedName> locked = locked(statement);
            tables.addAll(locked);
            if (!said && !locked.isEmpty() && tables.size() > 2) {
                found.add(found(statement, tables));
                said = true;
            }
        }
        return found.build();
    }

    private static List<QualifiedName> locked(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return List.of();
        }
        return alter.actions(AddConstraint.class)
                .map(add -> add.constraint().rule())
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .flatMap(key -> Stream.of(alter.table(), key.references().table()))
                .map(statement.before()::resolve)
                .filter(table -> !statement.isNew(table))
                .distinct()
                .toList();
    }

    private static Found found(StatementContext statement, Set<QualifiedName> tables) {
        String names = tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        return Found.at(statement, "SHARE ROW EXCLUSIVE on " + names + " together: every write to them waits")
                .about(((AlterTable) statement.statement()).table())
                .because("each foreign key locks the two tables that it joins, and all locks are held until the"
                        + " transaction ends")
                .instead(List.of("-- one foreign key a transaction, or a migration"));
    }
}
