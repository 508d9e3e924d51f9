package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Age;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a server refuses what an ALTER TABLE does to columns, with the number of its error (seen on MySQL 8.0.33 and MariaDB 11.4.5). */
final class ColumnRefusals {
    // They may give another value on a replica.
    private static final Set<String> UNSAFE =
            Set.of("uuid", "uuid_short", "rand", "random_bytes", "sysdate", "connection_id");

    private final ServerFacts server;
    private final Catalog catalog;
    private final AlterTable alter;
    private final Optional<Table> table;
    private final List<Identifier> dropped;
    private final List<String> reasons = new ArrayList<>();

    ColumnRefusals(ServerFacts server, Catalog catalog, AlterTable alter) {
        this.server = server;
        this.catalog = catalog;
        this.alter = alter;
        this.table = catalog.table(alter.table());
        this.dropped = alter.actions(ColumnAction.DropColumn.class)
                .map(ColumnAction.DropColumn::column)
                .toList();
    }

    List<String> reasons() {
        for (ColumnAction action : ColumnAction.of(alter.actions(), ColumnAction.class)) {
            switch (action) {
                case ColumnAction.AddColumn add -> add(add);
                case ColumnAction.DropColumn drop -> drop(drop);
                case ColumnAction.RenameColumn rename -> rename(rename.column(), rename.to(), rename.guard());
                case ColumnAction.ModifyColumn modify -> define(modify.column(), modify.definition(), modify.guard());
                case ColumnAction.ChangeColumn change -> {
                    define(change.column(), change.definition(), change.guard());
                    rename(change.column(), change.definition().name(), change.guard());
                }
                case ColumnAction.SetDefault set -> missing(set.column(), 1054, Guard.NONE);
                case ColumnAction.DropDefault drop -> missing(drop.column(), 1054, Guard.NONE);
                case ColumnAction.SetColumnOption other -> {}
                case ColumnAction.ChangeType other -> {}
                case ColumnAction.SetNotNull other -> {}
                case ColumnAction.DropNotNull other -> {}
                case ColumnAction.AddIdentity other -> {}
                case ColumnAction.SetIdentity other -> {}
                case ColumnAction.DropIdentity other -> {}
                case ColumnAction.SetExpression other -> {}
                case ColumnAction.DropExpression other -> {}
            }
        }
        boolean all = Knowledge.isWhole(table)
                && alter.actions(ColumnAction.AddColumn.class).findAny().isEmpty()
                && table.orElseThrow().columns().stream().allMatch(column -> dropped.contains(column.name()));
        if (all && !table.orElseThrow().columns().isEmpty()) {
            reasons.add("a table must keep a column (error 1090)");
        }
        return reasons;
    }

    private boolean missing(Identifier column, int error, Guard guard) {
        boolean missing = Knowledge.lacksColumn(table, column);
        if (missing && guard == Guard.NONE) {
            reasons.add("there is no column \"" + column + "\" (error " + error + ")");
        }
        return missing;
    }

    private void add(ColumnAction.AddColumn add) {
        ColumnDefinition definition = add.definition();
        boolean twice = alter.actions(ColumnAction.AddColumn.class)
                        .filter(other -> other.column().equals(add.column()))
                        .count()
                > 1;
        boolean isThere =
                twice || table.flatMap(known -> known.column(add.column())).isPresent();
        add.position()
                .after()
                .filter(after -> Knowledge.lacksColumn(table, after) && !isMade(after))
                .ifPresent(after -> reasons.add("there is no column \"" + after + "\" (error 1054)"));
        if (isThere && !dropped.contains(add.column())) {
            if (add.guard() == Guard.NONE) {
                reasons.add("there is a column \"" + add.column() + "\" already (error 1060)");
            }
            return;
        }
        if (!server.isMysql()) {
            return;
        }
        boolean hasRows = table.filter(known -> known.age() == Age.NEW).isEmpty();
        if (hasRows && ColumnChanges.lacksValue(definition) && Settings.refusesZeroDates(catalog)) {
            reasons.add("the rows that are there would get the date '0000-00-00', which sql_mode refuses (error 1292)");
        }
        definition
                .attribute(ColumnAttribute.Default.class)
                .map(ColumnAttribute.Default::value)
                .filter(ColumnRefusals::isUnsafe)
                .ifPresent(value ->
                        reasons.add("the default \"" + value.text() + "\" may differ on a replica (error 1674)"));
    }

    private boolean isMade(Identifier column) {
        return alter.actions(ColumnAction.AddColumn.class)
                        .anyMatch(add -> add.column().equals(column))
                || alter.actions(ColumnAction.ChangeColumn.class)
                        .anyMatch(change -> change.definition().name().equals(column));
    }

    private static boolean isUnsafe(Expression value) {
        return value.calls().stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(UNSAFE::contains);
    }

    private void drop(ColumnAction.DropColumn drop) {
        Identifier name = drop.column();
        if (missing(name, 1091, drop.guard()) || table.isEmpty()) {
            return;
        }
        if (dropped.indexOf(name) != dropped.lastIndexOf(name)) {
            reasons.add("\"" + name + "\" is dropped twice (error 1091)");
        }
        generatedFrom(table.get(), name)
                .ifPresent(other -> reasons.add("the generated column \"" + other + "\" is made of \"" + name
                        + "\" (error " + (server.isMysql() ? 3108 : 1054) + ")"));
        ForeignKeys.of(table.get(), name)
                .filter(key -> !isDropped(key))
                .ifPresent(key -> reasons.add("\"" + name + "\" is part of a foreign key" + label(key) + " (error "
                        + foreignKeyError() + ")"));
        if (ForeignKeys.referTo(catalog, alter.table(), name)) {
            reasons.add("foreign keys refer to \"" + name + "\" (error 1829)");
        }
        check(table.get(), name, true);
        boolean inKey = table.get().indexes().stream()
                .filter(index -> index.kind().equals("PRIMARY"))
                .anyMatch(index -> keepsPart(index, name));
        if (inKey && !server.isMysql() && !dropsPrimaryKey()) {
            reasons.add("\"" + name + "\" is part of the primary key (error 1072)");
        }
    }

    // With the column would go the index that the key needs, and MariaDB speaks of either.
    private String foreignKeyError() {
        return server.isMysql() ? "1828" : "1553 or 1828";
    }

    private boolean dropsPrimaryKey() {
        return alter.actions(DropConstraint.class).anyMatch(drop -> drop.kind() == DropConstraint.Kind.PRIMARY_KEY);
    }

    private boolean keepsPart(Index index, Identifier column) {
        return index.elements().stream()
                        .anyMatch(element ->
                                element.column().filter(column::equals).isPresent())
                && index.elements().stream()
                        .anyMatch(element -> element.column()
                                .filter(other -> !dropped.contains(other))
                                .isPresent());
    }

    private Optional<Identifier> generatedFrom(Table known, Identifier column) {
        return known.columns().stream()
                .filter(other ->
                        !dropped.contains(other.name()) && !other.name().equals(column))
                .filter(other -> other.generated()
                        .filter(generated -> Spelling.mentions(generated.value(), column))
                        .isPresent())
                .map(Column::name)
                .findFirst();
    }

    private boolean isDropped(TableConstraint constraint) {
        return alter.actions(DropConstraint.class)
                .anyMatch(drop -> drop.name().isPresent() && drop.name().equals(constraint.name()));
    }

    private static String label(TableConstraint constraint) {
        return constraint.name().map(name -> " \"" + name + "\"").orElse("");
    }

    // A check of one column goes with it.
    private void check(Table known, Identifier column, boolean goesAlong) {
        if (!server.isMysql()) {
            return;
        }
        for (TableConstraint constraint : known.constraints()) {
            if (constraint.rule() instanceof ConstraintRule.Check check
                    && Spelling.mentions(check.condition(), column)
                    && !isDropped(constraint)
                    && !(goesAlong && isAlone(known, check, column))) {
                reasons.add("the check" + label(constraint) + " is about \"" + column + "\" (error 3959)");
            }
        }
    }

    private static boolean isAlone(Table known, ConstraintRule.Check check, Identifier column) {
        return known.columns().stream()
                .map(Column::name)
                .filter(other -> Spelling.mentions(check.condition(), other))
                .allMatch(column::equals);
    }

    private void rename(Identifier column, Identifier to, Guard guard) {
        if (column.equals(to) || missing(column, 1054, guard) || table.isEmpty()) {
            return;
        }
        if (table.get().column(to).isPresent() && !dropped.contains(to) && !isRenamed(to)) {
            reasons.add("there is a column \"" + to + "\" already (error 1060)");
        }
        if (!server.isMysql()) {
            return;
        }
        check(table.get(), column, false);
        generatedFrom(table.get(), column)
                .ifPresent(other -> reasons.add(
                        "the generated column \"" + other + "\" is made of \"" + column + "\" (error 3108)"));
    }

    private boolean isRenamed(Identifier column) {
        return alter.actions(ColumnAction.RenameColumn.class)
                        .anyMatch(other -> other.column().equals(column))
                || alter.actions(ColumnAction.ChangeColumn.class)
                        .anyMatch(other -> other.column().equals(column));
    }

    private void define(Identifier name, ColumnDefinition definition, Guard guard) {
        Optional<Column> before = table.flatMap(known -> known.column(name));
        if (missing(name, 1054, guard) || before.isEmpty()) {
            return;
        }
        ColumnChange change = new ColumnChange(server, table.orElseThrow(), before.get(), definition, alter.actions());
        if (change.changesStoring()) {
            reasons.add("a generated column cannot become virtual, or cease to be (error "
                    + (server.isMysql() ? 3106 : 1907) + ")");
            return;
        }
        KeyedColumn.refusal(server, catalog, alter, before.get(), change).ifPresent(reasons::add);
    }
}
