package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds primary keys that are dropped. */
final class DropPrimaryKey implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "drop-primary-key",
            Category.REPLICATION,
            "Without its primary key a table cannot be replicated or told apart");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ConstraintAction.DropConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || alter.actions(ConstraintAction.AddConstraint.class)
                        .anyMatch(add -> add.constraint().rule() instanceof ConstraintRule.PrimaryKey)
                || alter.actions(ColumnAction.AddColumn.class)
                        .anyMatch(add -> add.definition().has(ConstraintRule.PrimaryKey.class))) {
            return Stream.empty();
        }
        return alter.actions(ConstraintAction.DropConstraint.class)
                .filter(drop -> isPrimaryKey(statement, alter, drop))
                .map(drop -> Found.at(
                                statement,
                                "UPDATE and DELETE on " + alter.table()
                                        + (Products.isMysqlFamily(statement)
                                                ? " make a replica read all of it for each row"
                                                : " fail where it is published")
                                        + ", and duplicates can come in")
                        .about(alter.table())
                        .because("logical replication, change streams and online rebuilds tell rows apart by"
                                + " the primary key")
                        .instead(List.of(
                                Products.isMysqlFamily(statement)
                                        ? "-- drop the old key and add the new one in one ALTER TABLE"
                                        : "-- build the index of the new key first, then drop the old key and add the"
                                                + " new one in one ALTER TABLE")));
    }

    private static boolean isPrimaryKey(
            StatementContext statement, AlterTable alter, ConstraintAction.DropConstraint drop) {
        if (drop.kind() == ConstraintAction.DropConstraint.Kind.PRIMARY_KEY) {
            return true;
        }
        Optional<Table> table = statement.before().table(alter.table());
        Optional<TableConstraint> known = drop.name().flatMap(name -> table.flatMap(there -> there.constraint(name)));
        return known.map(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey)
                .orElse(drop.name()
                        .filter(name -> name.name().equals(alter.table().last().name() + "_pkey"))
                        .isPresent());
    }
}
