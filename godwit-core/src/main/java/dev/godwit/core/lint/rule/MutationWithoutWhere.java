package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds UPDATE and DELETE of all rows. */
final class MutationWithoutWhere implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("mutation-without-where", Category.DATA_LOSS, "UPDATE or DELETE of every row");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Dml.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Dml dml)
                || !(dml.verb().equals("UPDATE") || dml.verb().equals("DELETE"))
                || dml.clauses().contains(Clause.LIMIT)
                || dml.clauses().contains(Clause.JOIN)
                || dml.clauses().contains(Clause.FROM)
                || dml.where().filter(where -> !Conditions.isAlwaysTrue(where)).isPresent()
                || (dml.where().isEmpty() && dml.clauses().contains(Clause.WHERE))) {
            return Stream.empty();
        }
        return dml.target().stream()
                .filter(table -> !statement.isNew(table))
                .map(table -> found(statement, dml, table));
    }

    private static Found found(StatementContext statement, Dml dml, QualifiedName table) {
        boolean update = dml.verb().equals("UPDATE");
        String what = update ? "every row of " + table + " gets a new value" : "every row of " + table + " is deleted";
        return Found.at(statement, what + (dml.where().isPresent() ? ": the condition is always true" : ""))
                .weighing(table)
                .because(
                        statement.effects().lockOn(TableLock.EVERYTHING).isPresent()
                                ? "every other write waits until the transaction ends, and the old values are gone"
                                : "each row stays locked until the transaction ends, and the old values are gone")
                .instead(List.of(
                        "-- say which rows are meant; where it is all of them, in batches, each committed by itself:",
                        update
                                ? statement.text() + " WHERE id BETWEEN 1 AND 10000;"
                                : "DELETE FROM " + statement.sql(table) + " WHERE id BETWEEN 1 AND 10000;"));
    }
}
