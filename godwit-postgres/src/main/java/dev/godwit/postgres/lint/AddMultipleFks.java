package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
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

    private final Actions actions;

    AddMultipleFks(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        List<Act<AddConstraint>> here =
                actions.constraints(statement, ForeignKey.class).toList();
        if (here.isEmpty()) {
            return Stream.empty();
        }
        Set<QualifiedName> tables = new LinkedHashSet<>();
        statement.earlierInTransaction().stream()
                .flatMap(earlier -> actions.constraints(earlier, ForeignKey.class))
                .forEach(add -> tables.addAll(locked(add)));
        boolean several = !tables.isEmpty() || here.size() > 1;
        here.forEach(add -> tables.addAll(locked(add)));
        if (!several || tables.size() < 3) {
            return Stream.empty();
        }
        String names = tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        return Stream.of(Found.at(statement, "SHARE ROW EXCLUSIVE on " + names + " together: every write to them waits")
                .about(here.getFirst().table())
                .because("each foreign key locks the two tables that it joins, and all locks are held until the"
                        + " transaction ends")
                .instead(List.of("-- one foreign key a transaction, or a migration")));
    }

    private static List<QualifiedName> locked(Act<AddConstraint> add) {
        ForeignKey key = (ForeignKey) add.action().constraint().rule();
        return Stream.of(add.table(), key.references().table())
                .map(add.context().before()::resolve)
                .filter(table -> !add.context().isNew(table))
                .toList();
    }
}
