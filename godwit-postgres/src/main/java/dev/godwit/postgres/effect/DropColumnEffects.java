package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.View;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Loss;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.List;

/** Judges {@code DROP COLUMN}: what hangs on the column is locked, and goes with it. */
final class DropColumnEffects {
    private static final int GENERATED_COLUMNS_HOLD_ON = 15;

    private DropColumnEffects() {}

    static void judge(Alteration alteration, DropColumn drop) {
        Identifier column = drop.column();
        Impact impact = alteration.impact();
        if (alteration.schema().lacks(alteration.table(), column)) {
            impact.refuseIf(
                    drop.guard() != Guard.IF_EXISTS, "\"" + alteration.table() + "\" has no column \"" + column + "\"");
            alteration.needs(ACCESS_EXCLUSIVE);
            return;
        }
        impact.refuseIf(isInPartitionKey(alteration, column), "column \"" + column + "\" is in the partition key");
        impact.refuseIf(
                alteration.schema().inherits(alteration.table(), column), "column \"" + column + "\" is inherited");
        impact.refuseIf(AddColumnEffects.isTyped(alteration), "\"" + alteration.table() + "\" is a typed table");
        impact.refuseIf(
                alteration.isOnly() && alteration.isPartitioned() && alteration.hasDescendants(),
                "the column must be dropped from the partitions too");
        alteration.needsAll(ACCESS_EXCLUSIVE);
        views(alteration, column, drop.behavior());
        references(alteration, column, drop.behavior());
        computed(alteration, column, drop.behavior());
        alteration.impact().lock(ownedSequences(alteration, column), ACCESS_EXCLUSIVE);
        losses(alteration, column);
    }

    static boolean isInPartitionKey(Alteration alteration, Identifier column) {
        return alteration
                .known()
                .flatMap(Table::partitioning)
                .filter(scheme -> scheme.columns().contains(column.name()))
                .isPresent();
    }

    private static void views(Alteration alteration, Identifier column, Behavior behavior) {
        for (View view :
                alteration.schema().viewsUsing(alteration.table(), column).toList()) {
            depends(alteration, behavior, "view \"" + view.name() + "\" uses column \"" + column + "\"");
            DropEffects.view(alteration.scene(), view.name());
        }
    }

    private static void references(Alteration alteration, Identifier column, Behavior behavior) {
        Schema schema = alteration.schema();
        schema.incoming(alteration.table())
                .filter(reference -> schema.targetColumns(reference.key()).contains(column))
                .filter(reference -> !reference.from().name().equals(alteration.table()))
                .forEach(reference -> {
                    depends(
                            alteration,
                            behavior,
                            "a foreign key of \"" + reference.from().name() + "\" refers to it");
                    alteration.impact().lock(schema.family(reference.from().name()), ACCESS_EXCLUSIVE);
                });
        schema.outgoing(alteration.table())
                .filter(reference -> reference.key().columns().contains(column))
                .forEach(reference ->
                        alteration.impact().lock(schema.family(schema.target(reference)), ACCESS_EXCLUSIVE));
    }

    // Until 14 a generated column went with the column that it is computed from (measured).
    private static void computed(Alteration alteration, Identifier column, Behavior behavior) {
        boolean used = alteration.known().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(other -> other.generated().stream())
                .anyMatch(generated -> generated.value().mentions(column));
        if (used && alteration.scene().atLeast(GENERATED_COLUMNS_HOLD_ON)) {
            depends(alteration, behavior, "a generated column is computed from \"" + column + "\"");
        }
        alteration
                .schema()
                .policiesUsing(alteration.table(), column)
                .forEach(policy -> depends(alteration, behavior, "policy \"" + policy + "\" uses it"));
    }

    private static void depends(Alteration alteration, Behavior behavior, String what) {
        alteration.impact().refuseIf(behavior != Behavior.CASCADE, what + ", and CASCADE is not said");
    }

    private static List<QualifiedName> ownedSequences(Alteration alteration, Identifier column) {
        QualifiedName own = GeneratedEffects.sequence(alteration, column);
        return alteration.schema().sequencesOf(alteration.table()).stream()
                .filter(own::equals)
                .toList();
    }

    private static void losses(Alteration alteration, Identifier column) {
        Impact impact = alteration.impact();
        QualifiedName name = alteration.table();
        impact.lose(Loss.Kind.COLUMN, name, column.name());
        impact.breaks(Breakage.Kind.COLUMN_GONE, name, column.name());
        impact.breaks(Breakage.Kind.PREPARED_STATEMENTS, name, "");
        alteration.known().stream()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> index.uses(column))
                .forEach(index -> impact.lose(
                        Loss.Kind.INDEX,
                        name,
                        index.name().map(Identifier::name).orElse("")));
    }
}
