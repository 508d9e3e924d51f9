package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a server refuses an ALTER TABLE, as far as the schema tells, with the number of its error. What only rows can tell is not among it. */
final class AlterRefusals {
    private final ServerFacts server;
    private final Catalog catalog;
    private final AlterTable alter;
    private final Optional<Table> table;
    private final List<String> reasons = new ArrayList<>();

    AlterRefusals(ServerFacts server, Catalog catalog, AlterTable alter) {
        this.server = server;
        this.catalog = catalog;
        this.alter = alter;
        this.table = catalog.table(alter.table());
    }

    List<String> reasons() {
        if (Knowledge.isMissing(catalog, alter.table())) {
            return alter.guard() == Guard.NONE
                    ? List.of("there is no table \"" + alter.table() + "\" (error 1146)")
                    : List.of();
        }
        reasons.addAll(new ColumnRefusals(server, catalog, alter).reasons());
        alter.actions(ConstraintAction.AddConstraint.class).forEach(this::add);
        alter.actions(DropConstraint.class).forEach(this::drop);
        reasons.addAll(new IndexRefusals(server, catalog, alter).reasons());
        reasons.addAll(new TableRefusals(server, catalog, alter).reasons());
        return reasons;
    }

    private void add(ConstraintAction.AddConstraint add) {
        Constraint constraint = add.constraint();
        if (constraint.rule() instanceof ConstraintRule.ForeignKey key) {
            foreignKey(constraint, key);
        }
    }

    private void foreignKey(Constraint constraint, ConstraintRule.ForeignKey key) {
        boolean taken = constraint
                .name()
                .flatMap(name -> table.flatMap(known -> known.constraint(name)))
                .filter(known -> known.rule() instanceof ConstraintRule.ForeignKey && !isDropped(known))
                .isPresent();
        if (taken) {
            reasons.add("there is a foreign key of that name already (error " + (server.isMysql() ? 1826 : 1005) + ")");
        }
        QualifiedName parent = key.references().table();
        if (!Settings.checksForeignKeys(catalog)) {
            return;
        }
        if (Knowledge.isMissing(catalog, parent)) {
            reasons.add("there is no table \"" + parent + "\" (error " + (server.isMysql() ? 1824 : 1005) + ")");
            return;
        }
        Optional<Table> referred = catalog.table(parent);
        for (Identifier column : key.references().columns()) {
            if (Knowledge.lacksColumn(referred, column)) {
                reasons.add("\"" + parent + "\" has no column \"" + column + "\" (error "
                        + (server.isMysql() ? 3734 : 1005) + ")");
                return;
            }
        }
        if (differs(key, referred)) {
            reasons.add(
                    "the foreign key ties columns of different types (error " + (server.isMysql() ? 3780 : 1005) + ")");
        }
    }

    private boolean differs(ConstraintRule.ForeignKey key, Optional<Table> parent) {
        List<Identifier> columns = key.references().columns();
        for (int i = 0; i < Math.min(columns.size(), key.columns().size()); i++) {
            Identifier own = key.columns().get(i);
            Optional<ColumnType> one = table.flatMap(known -> type(known, own)).or(() -> added(own));
            Identifier other = columns.get(i);
            Optional<ColumnType> two = parent.flatMap(known -> type(known, other));
            if (one.isPresent() && two.isPresent() && differ(one.get(), two.get())) {
                return true;
            }
        }
        return false;
    }

    private Optional<ColumnType> type(Table known, Identifier name) {
        return known.column(name)
                .flatMap(column -> column.type()
                        .map(type -> ColumnType.of(
                                type, column.attributes(), Charset.of(Optional.of(known), server), server)));
    }

    private Optional<ColumnType> added(Identifier name) {
        return alter.actions(ColumnAction.AddColumn.class)
                .map(ColumnAction.AddColumn::definition)
                .filter(definition -> definition.name().equals(name))
                .flatMap(definition -> definition.type().stream()
                        .map(type -> ColumnType.of(type, definition.attributes(), Charset.of(table, server), server)))
                .findFirst();
    }

    private static boolean differ(ColumnType one, ColumnType two) {
        if (one.isCharacter() && two.isCharacter()) {
            return !one.charset().equals(two.charset());
        }
        return !one.name().equals(two.name()) || one.unsigned() != two.unsigned();
    }

    private boolean isDropped(TableConstraint constraint) {
        return alter.actions(DropConstraint.class)
                .anyMatch(drop -> drop.name().isPresent() && drop.name().equals(constraint.name()));
    }

    private void drop(DropConstraint drop) {
        if (drop.name().isEmpty() || drop.guard() != Guard.NONE || !Knowledge.isWhole(table)) {
            return;
        }
        Table known = table.orElseThrow();
        Identifier name = drop.name().get();
        boolean nameless = known.constraints().stream()
                .anyMatch(constraint -> constraint.name().isEmpty());
        if (!nameless && known.constraint(name).isEmpty() && known.index(name).isEmpty()) {
            int error = server.isMysql() && drop.kind() == DropConstraint.Kind.CONSTRAINT ? 3940 : 1091;
            reasons.add("there is no constraint \"" + name + "\" (error " + error + ")");
        }
    }
}
