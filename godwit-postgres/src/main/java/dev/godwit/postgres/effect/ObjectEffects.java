package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.effect.Breakage;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterObject.Change;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.Set;

/** Judges what is done to things that are no tables, as far as tables are locked for it. */
final class ObjectEffects {
    private static final Set<String> RELATIONS =
            Set.of("TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE", "INDEX");
    // Manual: the notes of CREATE and DROP DATABASE, TABLESPACE, SUBSCRIPTION.
    private static final Set<String> OUTSIDE = Set.of("DATABASE", "TABLESPACE", "SUBSCRIPTION");

    private ObjectEffects() {}

    static void create(Scene scene, CreateSequence create) {
        QualifiedName name = scene.schema().name(create.name());
        boolean there = scene.schema().isKnown(name);
        scene.impact()
                .refuseIf(there && create.guard() != Guard.IF_NOT_EXISTS, "relation \"" + name + "\" is there already");
    }

    static void policy(Scene scene, CreatePolicy policy) {
        if (!scene.stopsAtMissing(policy.table(), Guard.NONE)) {
            scene.impact().lock(scene.schema().name(policy.table()), ACCESS_EXCLUSIVE);
        }
    }

    static void alter(Scene scene, AlterObject alter) {
        Impact impact = scene.impact();
        switch (alter.kind()) {
            case "TRIGGER" ->
                alter.table().ifPresent(table -> {
                    boolean copied = scene.atLeast(15) && scene.schema().isPartitioned(table);
                    impact.lock(
                            copied
                                    ? scene.schema().family(table)
                                    : java.util.List.of(scene.schema().name(table)),
                            ACCESS_EXCLUSIVE);
                });
            case "RULE", "POLICY" ->
                alter.table().ifPresent(table -> impact.lock(scene.schema().name(table), ACCESS_EXCLUSIVE));
            case "DATABASE" -> {
                if (alter.rest().filter(rest -> rest.has("SET", "TABLESPACE")).isPresent()) {
                    impact.outsideTransactions();
                }
            }
            case "SUBSCRIPTION", "SYSTEM" -> impact.outsideTransactions();
            default -> {
                boolean moved = alter.change() == Change.RENAME_TO || alter.change() == Change.SET_SCHEMA;
                if (moved) {
                    impact.breaks(Breakage.Kind.OBJECT_RENAMED, scene.schema().name(alter.name()), "");
                }
            }
        }
    }

    static void comment(Scene scene, CommentOn comment) {
        Schema schema = scene.schema();
        if (comment.kind().equals("COLUMN") && comment.name().parts().size() > 1) {
            var parts = comment.name().parts();
            scene.impact()
                    .lock(schema.name(new QualifiedName(parts.subList(0, parts.size() - 1))), SHARE_UPDATE_EXCLUSIVE);
        } else if (RELATIONS.contains(comment.kind())) {
            scene.impact().lock(schema.name(comment.name()), SHARE_UPDATE_EXCLUSIVE);
        }
    }

    static void publication(Scene scene, PublicationTables publication) {
        Schema schema = scene.schema();
        if (publication.scope().filter(scope -> scope.contains("SCHEMA")).isPresent()) {
            scene.needs(15, "a publication of schemas");
        }
        publication
                .tables()
                .forEach(member -> scene.impact().lock(schema.name(member.table()), SHARE_UPDATE_EXCLUSIVE));
        if (publication.action().equals("SET") && !publication.tables().isEmpty()) {
            schema.catalog().publications().stream()
                    .filter(known -> known.name().equals(publication.name()))
                    .flatMap(known -> known.tables().stream())
                    .forEach(member -> scene.impact().lock(schema.name(member.table()), SHARE_UPDATE_EXCLUSIVE));
        }
    }

    static void other(Scene scene, OtherDefinition other) {
        Impact impact = scene.impact();
        boolean alone = OUTSIDE.contains(other.kind())
                && (!other.verb().equals("ALTER")
                        || other.kind().equals("SUBSCRIPTION")
                        || other.tail().contains("SET TABLESPACE"));
        if (alone || other.kind().equals("SYSTEM")) {
            impact.outsideTransactions();
        }
        if (other.kind().equals("RULE") && other.names().size() > 1) {
            impact.lock(scene.schema().name(other.names().getLast()), ACCESS_EXCLUSIVE);
        }
        other.table().ifPresent(table -> impact.lock(scene.schema().name(table), SHARE_UPDATE_EXCLUSIVE));
    }
}
