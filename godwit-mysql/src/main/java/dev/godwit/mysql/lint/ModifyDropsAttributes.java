package dev.godwit.mysql.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds MODIFY and CHANGE whose definition leaves out what the column has. */
final class ModifyDropsAttributes implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-modify-drops-attributes",
                    Category.DATA_LOSS,
                    "MODIFY and CHANGE drop what their definition does not repeat")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)) {
            return Stream.empty();
        }
        return alter.actions().stream().flatMap(action -> of(statement, alter, action).stream());
    }

    private static Optional<Found> of(StatementContext statement, AlterTable alter, AlterAction action) {
        return switch (action) {
            case ModifyColumn modify ->
                found(
                        statement,
                        alter,
                        new Redefinition("MODIFY", modify.column(), modify.definition()),
                        whole -> new ModifyColumn(whole, modify.guard(), modify.position()));
            case ChangeColumn change ->
                found(
                        statement,
                        alter,
                        new Redefinition("CHANGE", change.column(), change.definition()),
                        whole -> new ChangeColumn(change.column(), whole, change.guard(), change.position()));
            case AlterAction other -> Optional.empty();
        };
    }

    private record Redefinition(String verb, dev.godwit.sql.Identifier column, ColumnDefinition definition) {}

    private interface Remade {
        AlterAction with(ColumnDefinition whole);
    }

    private static Optional<Found> found(
            StatementContext statement, AlterTable alter, Redefinition redefinition, Remade remade) {
        Optional<Table> table = statement.before().table(alter.table());
        Optional<Column> column = table.flatMap(known -> known.column(redefinition.column()));
        if (column.isEmpty()) {
            return Optional.empty();
        }
        LostAttributes lost = LostAttributes.of(statement, alter, column.get(), redefinition.definition());
        if (lost.isNone()) {
            return Optional.empty();
        }
        return Optional.of(Found.at(statement, alter.table() + "." + redefinition.column() + " loses " + lost.text())
                .marking(redefinition.definition().span())
                .about(alter.table())
                .because(redefinition.verb()
                        + " replaces the whole definition of a column: what is not said again is gone, without a"
                        + " warning")
                .instead(List.of(statement.sql(alter.with(List.of(remade.with(lost.restored())))))));
    }
}
