package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that get another name. */
final class RenameColumn implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "rename-column", Category.COMPATIBILITY, "A renamed column breaks the application that runs now");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.RenameColumn.class, ColumnAction.ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        Stream<Found> renamed = alter.actions(ColumnAction.RenameColumn.class)
                .filter(rename -> !Drops.isOfThisMigration(statement, rename.column()))
                .filter(rename -> !isSame(statement, rename.column(), rename.to()))
                .map(rename -> found(statement, alter.table(), rename.column(), rename.to()));
        Stream<Found> changed = alter.actions(ColumnAction.ChangeColumn.class)
                .filter(change -> !change.column()
                        .name()
                        .equalsIgnoreCase(change.definition().name().name()))
                .map(change -> found(
                        statement,
                        alter.table(),
                        change.column(),
                        change.definition().name()));
        return Stream.concat(renamed, changed);
    }

    // Only the case changes, where that does not matter.
    private static boolean isSame(StatementContext statement, Identifier from, Identifier to) {
        return statement
                .before()
                .resolve(new QualifiedName(List.of(from)))
                .last()
                .equals(statement
                        .before()
                        .resolve(new QualifiedName(List.of(to)))
                        .last());
    }

    private static Found found(StatementContext statement, QualifiedName table, Identifier from, Identifier to) {
        String type = statement
                .before()
                .table(table)
                .flatMap(known -> known.column(from))
                .flatMap(Column::type)
                .map(TypeName::toString)
                .orElse("…");
        String name = statement.sql(new QualifiedName(List.of(to)));
        String old = statement.sql(new QualifiedName(List.of(from)));
        return Found.at(
                        statement,
                        "every query that says " + table + "." + from + " fails from the moment this is committed")
                .about(table)
                .because("the old release of the application and the new one run side by side while it is deployed, and"
                        + " one of them knows the wrong name")
                .instead(List.of(
                        "ALTER TABLE " + statement.sql(table) + " ADD COLUMN " + name + " " + type + ";",
                        "-- keep both the same by a trigger, fill it in batches:",
                        "UPDATE " + statement.sql(table) + " SET " + name + " = " + old + " WHERE " + name
                                + " IS NULL AND id BETWEEN 1 AND 10000;",
                        "-- let the application use " + to + ", then drop " + from + " in a later migration"));
    }
}
