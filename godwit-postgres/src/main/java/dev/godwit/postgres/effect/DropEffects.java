package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.View;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Loss;
import dev.godwit.postgres.effect.Schema.Reference;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges {@code DROP}: what is dropped is locked, and all that hangs on it. */
final class DropEffects {
    private final Scene scene;
    private final DropObject drop;
    private final Schema schema;
    private final Impact impact;

    private DropEffects(Scene scene, DropObject drop) {
        this.scene = scene;
        this.drop = drop;
        this.schema = scene.schema();
        this.impact = scene.impact();
    }

    static void judge(Scene scene, DropObject drop) {
        new DropEffects(scene, drop).judge();
    }

    private void judge() {
        switch (drop.kind()) {
            case "TABLE", "FOREIGN TABLE" -> tables();
            case "VIEW", "MATERIALIZED VIEW" -> existing().forEach(this::dropView);
            case "SEQUENCE" -> existing().forEach(this::sequence);
            case "SCHEMA" -> drop.objects().forEach(this::dropSchema);
            case "TYPE", "DOMAIN" -> drop.objects().forEach(this::type);
            case "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE" ->
                drop.objects().forEach(this::routine);
            case "TRIGGER" -> trigger();
            case "POLICY", "RULE" -> drop.table().ifPresent(table -> ofTable(table, ACCESS_EXCLUSIVE));
            case "STATISTICS" -> drop.objects().forEach(this::statistics);
            case "DATABASE", "TABLESPACE", "SUBSCRIPTION" -> {
                impact.outsideTransactions();
                lose(Loss.Kind.OBJECT);
            }
            default -> lose(Loss.Kind.OBJECT);
        }
    }

    private void lose(Loss.Kind kind) {
        drop.objects().forEach(name -> impact.lose(kind, name, ""));
    }

    private boolean cascades() {
        return drop.behavior() == Behavior.CASCADE;
    }

    private void depends(String what) {
        impact.refuseIf(!cascades(), what + ", and CASCADE is not said");
    }

    private List<QualifiedName> existing() {
        return drop.objects().stream()
                .map(schema::name)
                .filter(name -> {
                    boolean missing = schema.isMissing(name);
                    impact.refuseIf(missing && drop.guard() != Guard.IF_EXISTS, "\"" + name + "\" does not exist");
                    return !missing;
                })
                .toList();
    }

    private void tables() {
        Set<QualifiedName> dropped = new LinkedHashSet<>();
        for (QualifiedName name : existing()) {
            schema.table(name).filter(known -> known.partitioning().isEmpty()).ifPresent(known -> {
                boolean inherited = schema.catalog().children(name).findAny().isPresent();
                if (inherited) {
                    depends("tables inherit from \"" + name + "\"");
                }
            });
            dropped.addAll(schema.family(name));
        }
        dropped.forEach(name -> table(name, dropped));
    }

    private void table(QualifiedName name, Set<QualifiedName> dropped) {
        impact.lock(name, ACCESS_EXCLUSIVE);
        impact.lose(Loss.Kind.TABLE, name, "");
        impact.breaks(Breakage.Kind.OBJECT_GONE, name, "");
        impact.lock(schema.sequencesOf(name), ACCESS_EXCLUSIVE);
        partition(name, dropped);
        for (QualifiedName view : schema.viewsOn(name)) {
            depends("view \"" + view + "\" reads from \"" + name + "\"");
            view(scene, view);
        }
        // A partition has its foreign key from its parent, and the triggers of that stay.
        boolean isPartition = schema.table(name).flatMap(Table::partitionOf).isPresent();
        schema.outgoing(name)
                .filter(reference -> !isPartition || isOwn(name, reference))
                .forEach(reference -> referred(schema.target(reference)));
        schema.incoming(name)
                .filter(reference -> !dropped.contains(reference.from().name()))
                .forEach(reference -> cutOff(name, reference));
        // What refers to a partitioned table depends on each of its partitions.
        schema.parents(name)
                .filter(parent -> isPartition && !dropped.contains(parent))
                .forEach(parent -> schema.incoming(parent).forEach(reference -> {
                    cutOff(parent, reference);
                    impact.lock(schema.family(parent), ACCESS_EXCLUSIVE);
                }));
    }

    // Until 14 the key goes from the partitions, and the partitioned table itself is left alone (measured).
    private void referred(QualifiedName target) {
        boolean partsOnly = schema.isPartitioned(target) && !scene.atLeast(15);
        impact.lock(partsOnly ? schema.descendants(target) : schema.family(target), ACCESS_EXCLUSIVE);
    }

    private boolean isOwn(QualifiedName partition, Reference reference) {
        return schema.parents(partition)
                .flatMap(schema::outgoing)
                .noneMatch(above ->
                        above.constraint().name().equals(reference.constraint().name()));
    }

    private void cutOff(QualifiedName name, Reference reference) {
        QualifiedName from = reference.from().name();
        depends("a foreign key of \"" + from + "\" refers to \"" + name + "\"");
        impact.lock(schema.family(from), ACCESS_EXCLUSIVE);
        impact.lose(
                Loss.Kind.CONSTRAINT,
                from,
                reference.constraint().name().map(Identifier::name).orElse(""));
    }

    private void partition(QualifiedName name, Set<QualifiedName> dropped) {
        schema.table(name)
                .flatMap(Table::partitionOf)
                .map(link -> schema.name(link.parent()))
                .filter(parent -> !dropped.contains(parent))
                .ifPresent(parent -> {
                    impact.lock(parent, ACCESS_EXCLUSIVE);
                    schema.defaultPartition(parent).ifPresent(rest -> impact.lock(rest, ACCESS_EXCLUSIVE));
                });
    }

    /** A view goes with what it reads. */
    static void view(Scene scene, QualifiedName view) {
        scene.impact().lock(view, ACCESS_EXCLUSIVE);
        scene.impact().lose(Loss.Kind.OBJECT, view, "");
        scene.impact().breaks(Breakage.Kind.OBJECT_GONE, view, "");
        scene.schema().viewsOn(view).forEach(above -> scene.impact().lock(above, ACCESS_EXCLUSIVE));
    }

    private void dropView(QualifiedName name) {
        List<QualifiedName> together = drop.objects().stream().map(schema::name).toList();
        for (QualifiedName above : schema.viewsOn(name)) {
            if (!together.contains(above)) {
                depends("view \"" + above + "\" reads from \"" + name + "\"");
                view(scene, above);
            }
        }
        view(scene, name);
    }

    private void sequence(QualifiedName name) {
        impact.lock(name, ACCESS_EXCLUSIVE);
        impact.lose(Loss.Kind.OBJECT, name, "");
        for (Table table : schema.catalog().tables()) {
            boolean uses = table.columns().stream()
                    .flatMap(column -> column.defaultValue().stream())
                    .anyMatch(value -> Defaults.draws(value, name));
            if (uses) {
                depends("a default of \"" + table.name() + "\" draws from it");
                impact.lock(table.name(), ACCESS_EXCLUSIVE);
            }
        }
    }

    private void dropSchema(QualifiedName dropped) {
        impact.lose(Loss.Kind.OBJECT, dropped, "");
        Schema all = schema;
        List<QualifiedName> within = java.util.stream.Stream.of(
                        all.catalog().tables().stream().map(Table::name),
                        all.catalog().views().stream().map(View::name),
                        all.sequences())
                .flatMap(names -> names)
                .filter(name -> isWithin(name, dropped.last()))
                .toList();
        if (!within.isEmpty()) {
            depends("there is something in schema \"" + dropped + "\"");
        }
        Set<QualifiedName> together = new LinkedHashSet<>(within);
        for (QualifiedName name : within) {
            if (all.table(name).isPresent()) {
                table(name, together);
            } else {
                impact.lock(name, ACCESS_EXCLUSIVE);
            }
        }
    }

    private static boolean isWithin(QualifiedName name, Identifier schema) {
        return name.parts().size() > 1
                && name.parts().get(name.parts().size() - 2).equals(schema);
    }

    private void type(QualifiedName written) {
        QualifiedName name = schema.name(written);
        impact.lose(Loss.Kind.OBJECT, name, "");
        for (Table table : schema.catalog().tables()) {
            table.columns().stream()
                    .filter(column -> column.type()
                            .filter(type -> schema.name(type.name()).equals(name))
                            .isPresent())
                    .forEach(column -> {
                        depends("column \"" + column.name() + "\" of \"" + table.name() + "\" is of that type");
                        impact.lock(schema.family(table.name()), ACCESS_EXCLUSIVE);
                        impact.lose(
                                Loss.Kind.COLUMN, table.name(), column.name().name());
                        impact.breaks(
                                Breakage.Kind.COLUMN_GONE,
                                table.name(),
                                column.name().name());
                    });
        }
    }

    private void routine(QualifiedName name) {
        impact.lose(Loss.Kind.OBJECT, name, "");
        for (Table table : schema.catalog().tables()) {
            boolean uses = schema.hasTriggerRunning(table, name)
                    || table.constraints().stream().anyMatch(constraint -> calls(constraint, name));
            if (uses) {
                depends("something on \"" + table.name() + "\" calls \"" + name + "\"");
                impact.lock(schema.family(table.name()), ACCESS_EXCLUSIVE);
            }
        }
    }

    private static boolean calls(TableConstraint constraint, QualifiedName routine) {
        return constraint.rule() instanceof dev.godwit.sql.ConstraintRule.Check check
                && check.condition().calls().contains(routine.last().name());
    }

    private void trigger() {
        drop.table().ifPresent(table -> {
            if (!scene.stopsAtMissing(table, drop.guard())) {
                trigger(schema.name(table), drop.objects().getFirst().last());
            }
        });
    }

    private void trigger(QualifiedName table, Identifier name) {
        boolean missing = schema.table(table)
                .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                .filter(known ->
                        known.triggers().stream().noneMatch(is -> is.name().equals(name)))
                .isPresent();
        boolean ofParent = schema.table(table).flatMap(Table::partitionOf).isPresent()
                && schema.parents(table)
                        .flatMap(parent -> schema.table(parent).stream())
                        .flatMap(parent -> parent.triggers().stream())
                        .anyMatch(is -> is.name().equals(name));
        impact.refuseIf(ofParent, "the trigger of the partitioned table needs it");
        impact.refuseIf(
                missing && drop.guard() != Guard.IF_EXISTS, "\"" + table + "\" has no trigger \"" + name + "\"");
        if (!missing) {
            impact.lock(schema.isPartitioned(table) ? schema.family(table) : List.of(table), ACCESS_EXCLUSIVE);
        }
    }

    private void ofTable(QualifiedName table, PostgresLock lock) {
        if (!scene.stopsAtMissing(table, drop.guard())) {
            impact.lock(schema.name(table), lock);
        }
    }

    private void statistics(QualifiedName name) {
        schema.tablesOfStatistics(name).forEach(table -> impact.lock(table, SHARE_UPDATE_EXCLUSIVE));
    }
}
