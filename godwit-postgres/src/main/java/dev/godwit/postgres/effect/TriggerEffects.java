package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;

/** Judges {@code CREATE TRIGGER}. */
final class TriggerEffects {
    private TriggerEffects() {}

    static void create(Scene scene, CreateTrigger create) {
        Schema schema = scene.schema();
        QualifiedName table = schema.name(create.table());
        if (scene.stopsAtMissing(table, Guard.NONE)) {
            return;
        }
        boolean there = schema.table(table).stream()
                .flatMap(known -> known.triggers().stream())
                .anyMatch(trigger -> trigger.name().equals(create.name().last()));
        scene.impact()
                .refuseIf(
                        there && create.replace() == Replacement.NONE,
                        "trigger \"" + create.name() + "\" is there already");
        boolean copied = schema.isPartitioned(table)
                && create.level().filter("ROW"::equals).isPresent();
        scene.impact().lock(copied ? schema.family(table) : java.util.List.of(table), SHARE_ROW_EXCLUSIVE);
    }
}
