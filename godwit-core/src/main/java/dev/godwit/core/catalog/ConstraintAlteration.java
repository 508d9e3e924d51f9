package dev.godwit.core.catalog;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** Carries out what an ALTER TABLE does to constraints, on the children too. */
final class ConstraintAlteration {
    private final Constraints constraints;
    private final Partitions partitions;

    ConstraintAlteration(Constraints constraints, Partitions partitions) {
        this.constraints = constraints;
        this.partitions = partitions;
    }

    void alter(TableDraft table, ConstraintAction action, Scope scope) {
        switch (action) {
            case ConstraintAction.AddConstraint add -> add(table, add, scope);
            case ConstraintAction.DropConstraint drop -> drop(table, drop, scope);
            case ConstraintAction.ValidateConstraint validate -> {
                constraints.validate(table, validate.name());
                below(table, scope, child -> constraints.validate(child, validate.name()));
            }
            case ConstraintAction.AlterConstraint alter -> {
                constraints.alter(table, alter.name(), alter.checking());
                below(table, scope, child -> constraints.alter(child, alter.name(), alter.checking()));
            }
            case ConstraintAction.RenameConstraint rename -> {
                boolean key = table.constraint(rename.name())
                        .filter(constraint -> Tokens.isKey(constraint.rule()))
                        .isPresent();
                constraints.rename(table, rename.name(), rename.to());
                if (!key) {
                    below(table, scope, child -> constraints.rename(child, rename.name(), rename.to()));
                }
            }
        }
    }

    private void below(TableDraft table, Scope scope, java.util.function.Consumer<TableDraft> change) {
        if (scope == Scope.WITH_CHILDREN) {
            partitions.descend(table.name, change);
        }
    }

    private void add(TableDraft table, ConstraintAction.AddConstraint add, Scope scope) {
        boolean there = add.guard() == Guard.IF_NOT_EXISTS
                && add.constraint().name().flatMap(table::constraint).isPresent();
        if (there) {
            return;
        }
        int before = table.constraints.size();
        constraints.add(table, add.constraint());
        List<TableConstraint> added = table.constraints.stream().skip(before).toList();
        below(table, scope, child -> added.forEach(rule -> partitions.inherit(child, rule)));
    }

    private void drop(TableDraft table, ConstraintAction.DropConstraint drop, Scope scope) {
        Optional<ConstraintRule> rule = drop.name().flatMap(table::constraint).map(TableConstraint::rule);
        constraints.drop(table, drop);
        below(table, scope, child -> {
            // the key of a partition has a name of its own
            Optional<TableConstraint> own = child.constraints.stream()
                    .filter(one ->
                            rule.filter(parent -> alike(parent, one.rule())).isPresent())
                    .findFirst();
            own.flatMap(TableConstraint::name)
                    .ifPresent(name -> constraints.drop(
                            child,
                            new ConstraintAction.DropConstraint(
                                    drop.kind(), Optional.of(name), drop.guard(), drop.behavior())));
        });
    }

    private static boolean alike(ConstraintRule parent, ConstraintRule child) {
        return Tokens.isKey(parent)
                ? parent.getClass().equals(child.getClass())
                        && Tokens.columns(parent).equals(Tokens.columns(child))
                : parent.equals(child);
    }
}
