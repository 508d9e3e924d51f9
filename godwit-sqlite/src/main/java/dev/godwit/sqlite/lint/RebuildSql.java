package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.View;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the rebuild of a table that makes the change which ALTER TABLE cannot (sqlite.org/lang_altertable.html, section 7), with the real
 * columns as far as they are known.
 */
final class RebuildSql {
    private static final String PREFIX = "new_";

    private final StatementContext statement;
    private final QualifiedName table;
    private final QualifiedName temporary;

    private RebuildSql(StatementContext statement, QualifiedName table) {
        this.statement = statement;
        this.table = new QualifiedName(List.of(table.last()));
        this.temporary =
                new QualifiedName(List.of(new Identifier(PREFIX + table.last().name())));
    }

    /** Returns the statements that do what is meant. */
    static List<String> of(StatementContext statement, AlterTable meant) {
        AlterTable unnamed = withoutNames(meant);
        Optional<Table> before = whole(statement.before().table(meant.table()));
        Optional<Table> after = before.isEmpty()
                ? Optional.empty()
                : whole(statement.before().after(unnamed).table(meant.table()));
        var sql = new RebuildSql(statement, meant.table());
        List<String> lines = new ArrayList<>(
                after.map(made -> sql.known(before.orElseThrow(), made)).orElseGet(sql::unknown));
        meant.actions(ChangeColumn.class)
                .filter(change -> !change.column().equals(change.definition().name()))
                .forEach(change -> lines.add("ALTER TABLE " + statement.sql(sql.table) + " RENAME COLUMN "
                        + sql.name(change.column()) + " TO "
                        + sql.name(change.definition().name()) + ";"));
        return lines;
    }

    // What else has the name of a column follows it only in RENAME COLUMN.
    private static AlterTable withoutNames(AlterTable meant) {
        List<AlterAction> actions = meant.actions().stream()
                .map(action -> action instanceof ChangeColumn change ? unnamed(change) : action)
                .toList();
        return new AlterTable(
                meant.span(), meant.kind(), meant.guard(), meant.scope(), meant.table(), meant.modifiers(), actions);
    }

    private static AlterAction unnamed(ChangeColumn change) {
        ColumnDefinition said = change.definition();
        return new ModifyColumn(
                new ColumnDefinition(said.span(), change.column(), said.type(), said.attributes()),
                change.guard(),
                change.position());
    }

    private static Optional<Table> whole(Optional<Table> table) {
        return table.filter(known ->
                known.knowledge() == Table.Knowledge.WHOLE && !known.columns().isEmpty());
    }

    private List<String> known(Table before, Table after) {
        List<Column> filled = after.columns().stream()
                .filter(column -> column.generated().isEmpty())
                .filter(column -> source(before, column).isPresent())
                .toList();
        String targets = filled.stream().map(column -> name(column.name())).collect(Collectors.joining(", "));
        String sources = filled.stream()
                .flatMap(column -> source(before, column).stream())
                .collect(Collectors.joining(", "));
        List<String> anew = new ArrayList<>();
        for (Index index : after.indexes()) {
            IndexSql.of(after, index, table).map(statement::sql).ifPresent(anew::add);
        }
        before.triggers()
                .forEach(trigger -> anew.add(OldDefinitions.trigger(statement, trigger.name())
                        .orElse("-- CREATE TRIGGER " + name(trigger.name()) + " …")));
        return around(
                statement.sql(TableSql.of(after, temporary)),
                "INSERT INTO " + statement.sql(temporary) + " (" + targets + ") SELECT " + sources + " FROM "
                        + statement.sql(table) + ";",
                anew);
    }

    private Optional<String> source(Table before, Column column) {
        if (before.column(column.name()).isPresent()) {
            return Optional.of(name(column.name()));
        }
        boolean needed = column.nullability() == Column.Nullability.NOT_NULL && !column.fillsItself();
        return needed ? Optional.of(placeholder(column)) : Optional.empty();
    }

    private String placeholder(Column column) {
        boolean number = column.type()
                .map(type -> type.base().toUpperCase(Locale.ROOT))
                .filter(type -> type.contains("INT") || type.contains("REAL") || type.contains("NUM"))
                .isPresent();
        return (number ? "0" : "''") + " /* the value of " + column.name().name() + " in old rows */";
    }

    private List<String> unknown() {
        return around(
                "CREATE TABLE " + statement.sql(temporary) + " (… all columns and constraints as they shall be …);",
                "INSERT INTO " + statement.sql(temporary) + " (…) SELECT … FROM " + statement.sql(table) + ";",
                List.of("-- make its indexes and triggers anew, as in SELECT sql FROM sqlite_schema WHERE tbl_name = '"
                        + table.last().name().replace("'", "''") + "'"));
    }

    private List<String> around(String create, String copy, List<String> anew) {
        // A view that reads the table would keep its name from being given back.
        Collection<View> views = statement.before().reading(table).toList();
        List<String> lines = new ArrayList<>();
        lines.add("-- outside of a transaction, in which this does nothing:");
        lines.add("PRAGMA foreign_keys = OFF;");
        lines.add("BEGIN IMMEDIATE;");
        views.forEach(view -> lines.add("DROP VIEW " + statement.sql(view.name()) + ";"));
        lines.add(create);
        lines.add(copy);
        lines.add("DROP TABLE " + statement.sql(table) + ";");
        lines.add("ALTER TABLE " + statement.sql(temporary) + " RENAME TO " + statement.sql(table) + ";");
        lines.addAll(anew);
        views.forEach(view -> lines.add(OldDefinitions.view(statement, view.name())
                .orElse("-- CREATE VIEW " + statement.sql(view.name()) + " …")));
        lines.add("PRAGMA foreign_key_check; -- must return no row, else ROLLBACK");
        lines.add("COMMIT;");
        lines.add("PRAGMA foreign_keys = ON; -- if it was on");
        return lines;
    }

    private String name(Identifier column) {
        return statement.sql(new QualifiedName(List.of(column)));
    }
}
