package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.UserType;
import dev.godwit.core.effect.Breakage;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.AlterType.Action;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what is done to enums and composite types. */
final class TypeEffects {
    private TypeEffects() {}

    static void create(Scene scene, CreateType create) {
        boolean there = scene.schema().catalog().type(create.name()).isPresent();
        scene.impact().refuseIf(there, "type \"" + create.name() + "\" is there already");
    }

    // It may stand in a transaction, but its value cannot be used before the commit (manual, ALTER TYPE).
    static void addValue(Scene scene, AddEnumValue add) {
        scene.impact().outsideTransactions();
        boolean there = labels(scene, add.type()).contains(add.value());
        scene.impact()
                .refuseIf(
                        there && add.guard() != Guard.IF_NOT_EXISTS, "value \"" + add.value() + "\" is there already");
    }

    private static List<String> labels(Scene scene, QualifiedName type) {
        Optional<UserType> known = scene.schema().catalog().type(type);
        return known.isPresent() && known.get() instanceof UserType.Enumeration labels ? labels.labels() : List.of();
    }

    static void alter(Scene scene, AlterType alter) {
        alter.actions().forEach(action -> alter(scene, alter.name(), action));
    }

    private static void alter(Scene scene, QualifiedName type, Action action) {
        switch (action) {
            case Action.RenameValue rename -> {
                List<String> labels = labels(scene, type);
                scene.impact()
                        .refuseIf(
                                !labels.isEmpty() && !labels.contains(rename.from()),
                                "there is no value \"" + rename.from() + "\"");
                scene.impact().refuseIf(labels.contains(rename.to()), "value \"" + rename.to() + "\" is there already");
                scene.impact()
                        .breaks(Breakage.Kind.VALUE_RENAMED, scene.schema().name(type), rename.from());
            }
            case Action.AddAttribute add -> typedTables(scene, type, add.behavior());
            case Action.DropAttribute drop -> {
                typedTables(scene, type, drop.behavior());
                scene.impact()
                        .breaks(
                                Breakage.Kind.COLUMN_GONE,
                                scene.schema().name(type),
                                drop.attribute().name());
            }
            case Action.RenameAttribute rename -> {
                typedTables(scene, type, rename.behavior());
                scene.impact()
                        .breaks(
                                Breakage.Kind.COLUMN_RENAMED,
                                scene.schema().name(type),
                                rename.from().name());
            }
            case Action.ChangeAttribute change -> {
                columnsOf(scene, type)
                        .forEach(
                                table -> scene.impact().refuse("a column of \"" + table.name() + "\" is of that type"));
                typedTables(scene, type, change.behavior());
                scene.impact()
                        .breaks(
                                Breakage.Kind.TYPE_CHANGED,
                                scene.schema().name(type),
                                change.attribute().name());
            }
            case Action.SetProperties set -> {}
        }
    }

    private static void typedTables(Scene scene, QualifiedName type, Behavior behavior) {
        QualifiedName name = scene.schema().name(type);
        for (Table table : scene.schema().catalog().tables()) {
            if (name.toString().equals(table.options().get(Table.OF))) {
                scene.impact()
                        .refuseIf(
                                behavior != Behavior.CASCADE,
                                "\"" + table.name() + "\" is a table of that type, and CASCADE is not said");
                scene.impact().lock(table.name(), ACCESS_EXCLUSIVE);
            }
        }
    }

    /** Returns the tables that have a column of a type. */
    static Stream<Table> columnsOf(Scene scene, QualifiedName type) {
        QualifiedName name = scene.schema().name(type);
        return scene.schema().catalog().tables().stream()
                .filter(table -> table.columns().stream()
                        .flatMap(column -> column.type().stream())
                        .anyMatch(of -> scene.schema().name(of.name()).equals(name)));
    }
}
