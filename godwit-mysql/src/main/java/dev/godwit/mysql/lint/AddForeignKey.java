package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds foreign keys for which the table is copied. */
final class AddForeignKey implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-add-fk", Category.BLOCKING_SCAN, "A foreign key that is checked copies the whole table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    AddForeignKey(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddConstraint.class, AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.FOREIGN_KEY).map(AddForeignKey::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because(
                        "with foreign_key_checks on, ADD FOREIGN KEY is done by a copy, and each row is looked up on the way; "
                                + hazard.lets())
                .instead(hazard.action()
                        .filter(AddConstraint.class::isInstance)
                        .map(action -> unchecked(hazard, action))
                        .orElseGet(() -> OnlineWays.shadow(hazard)));
    }

    private static List<String> unchecked(Hazard hazard, AlterAction action) {
        var key = (ConstraintRule.ForeignKey)
                ((AddConstraint) action).constraint().rule();
        return List.of(
                "-- rows without a partner, which nobody looks for otherwise; there must be none, now and afterwards:",
                orphans(hazard, key),
                "SET SESSION foreign_key_checks = 0;",
                OnlineWays.online(hazard.context(), hazard.alter(), action),
                "SET SESSION foreign_key_checks = 1;");
    }

    private static String orphans(Hazard hazard, ConstraintRule.ForeignKey key) {
        StatementContext context = hazard.context();
        List<Identifier> there = key.references().columns();
        String on = IntStream.range(0, Math.min(key.columns().size(), there.size()))
                .mapToObj(i -> "parent." + name(context, there.get(i)) + " = child."
                        + name(context, key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        String filled = key.columns().stream()
                .map(column -> "child." + name(context, column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "SELECT child.* FROM " + context.sql(hazard.alter().table()) + " child WHERE " + filled
                + " AND NOT EXISTS (SELECT 1 FROM "
                + context.sql(key.references().table()) + " parent WHERE "
                + on + ");";
    }

    private static String name(StatementContext context, Identifier column) {
        return context.sql(new QualifiedName(List.of(column)));
    }
}
