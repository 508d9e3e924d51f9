package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Tells which foreign keys the server does not make. */
final class ForeignKeys {
    private ForeignKeys() {}

    static void refuseImpossible(Scene scene, QualifiedName from, ForeignKey key) {
        Optional<Table> target = scene.schema().table(key.references().table());
        if (target.filter(known -> known.knowledge() == Table.Knowledge.WHOLE).isEmpty()) {
            return;
        }
        List<Identifier> columns = scene.schema().targetColumns(key);
        boolean unique = target.get().indexes().stream().anyMatch(index -> isKey(index, columns));
        scene.impact()
                .refuseIf(
                        !unique || columns.isEmpty(),
                        "\"" + target.get().name() + "\" has no unique key of the columns referred to");
        for (int i = 0; i < Math.min(columns.size(), key.columns().size()); i++) {
            refuseIncomparable(scene, from, key.columns().get(i), target.get(), columns.get(i));
        }
    }

    private static boolean isKey(Index index, List<Identifier> columns) {
        List<Identifier> own = index.elements().stream()
                .flatMap(element -> element.column().stream())
                .toList();
        return index.isUnique()
                && index.where().isEmpty()
                && own.size() == index.elements().size()
                && new HashSet<>(own).equals(new HashSet<>(columns));
    }

    private static void refuseIncomparable(
            Scene scene, QualifiedName from, Identifier column, Table target, Identifier other) {
        Optional<PostgresType> own = type(scene, scene.schema().table(from).flatMap(known -> known.column(column)));
        Optional<PostgresType> referred = type(scene, target.column(other));
        if (own.isPresent() && referred.isPresent()) {
            scene.impact()
                    .refuseIf(
                            !OperatorClasses.comparable(own.get(), referred.get()),
                            "\"" + column + "\" and \"" + other + "\" cannot be compared: "
                                    + own.get().name() + " and "
                                    + referred.get().name());
        }
    }

    private static Optional<PostgresType> type(Scene scene, Optional<Column> column) {
        return column.flatMap(Column::type).map(type -> PostgresType.of(type, scene.schema()));
    }
}
