package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.effect.Work;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;

/** Judges {@code CREATE TABLE}: what it does to the tables that it refers to. */
final class CreateTableEffects {
    private CreateTableEffects() {}

    static void judge(Scene scene, CreateTable create) {
        Schema schema = scene.schema();
        QualifiedName name = schema.name(create.name());
        boolean temporary = create.persistence() == Persistence.TEMPORARY;
        if (!temporary && schema.isKnown(name)) {
            scene.impact()
                    .refuseIf(create.guard() != Guard.IF_NOT_EXISTS, "relation \"" + name + "\" is there already");
            return;
        }
        create.constraints().forEach(constraint -> constraint(scene, name, constraint));
        create.inherits().forEach(parent -> scene.impact().lock(schema.name(parent), SHARE_UPDATE_EXCLUSIVE));
        create.partitionOf()
                .ifPresent(partition -> PartitionEffects.create(scene, partition.parent(), partition.bound()));
        boolean reads = create.query().isPresent() && !create.queryOptions().contains("WITH NO DATA");
        if (reads) {
            create.query()
                    .ifPresent(query -> scene.impact().work(QueryTables.readBy(query.tokens(), schema), Work.SCAN));
        }
    }

    private static void constraint(Scene scene, QualifiedName table, Constraint constraint) {
        if (AddConstraintEffects.isNotEnforced(constraint)) {
            scene.needs(18, "NOT ENFORCED");
        }
        if (constraint.rule() instanceof ConstraintRule.Unique unique
                && unique.key().nulls() != ConstraintRule.Nulls.UNSAID) {
            scene.needs(15, "NULLS NOT DISTINCT");
        }
        if (constraint.rule() instanceof ForeignKey key) {
            foreignKey(scene, table, key);
        }
    }

    private static void foreignKey(Scene scene, QualifiedName table, ForeignKey key) {
        Schema schema = scene.schema();
        QualifiedName target = schema.name(key.references().table());
        if (target.equals(table)) {
            return;
        }
        if (schema.isMissing(target)) {
            scene.impact().refuse("table \"" + target + "\" does not exist");
            return;
        }
        ForeignKeys.refuseImpossible(scene, table, key);
        scene.impact().lock(schema.family(target), SHARE_ROW_EXCLUSIVE);
    }
}
