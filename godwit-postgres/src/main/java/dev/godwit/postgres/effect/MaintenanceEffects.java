package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.View;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges VACUUM, ANALYZE, CLUSTER, LOCK, REFRESH and what changes only the session. */
final class MaintenanceEffects {
    private MaintenanceEffects() {}

    static void session(Scene scene, SessionSetting setting) {
        if (setting.name().equals("discard")) {
            scene.impact().outsideTransactions();
        }
    }

    static void judge(Scene scene, Maintenance maintenance) {
        switch (maintenance.verb()) {
            case "VACUUM" -> vacuum(scene, maintenance);
            case "ANALYZE", "ANALYSE" -> analyze(scene, maintenance);
            case "CLUSTER" -> cluster(scene, maintenance);
            case "LOCK" -> lock(scene, maintenance);
            case "REFRESH MATERIALIZED VIEW" ->
                existing(scene, maintenance).forEach(view -> refresh(scene, view, maintenance));
            case "COMMIT PREPARED", "ROLLBACK PREPARED" -> scene.impact().outsideTransactions();
            default -> {}
        }
    }

    private static List<QualifiedName> existing(Scene scene, Maintenance maintenance) {
        return maintenance.names().stream()
                .map(scene.schema()::name)
                .filter(name -> !scene.stopsAtMissing(name, Guard.NONE))
                .toList();
    }

    private static void vacuum(Scene scene, Maintenance vacuum) {
        scene.impact().outsideTransactions();
        boolean full = vacuum.options().contains("FULL");
        PostgresLock lock = full ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
        if (vacuum.names().isEmpty()) {
            scene.impact().lock(TableLock.EVERYTHING, lock);
        }
        for (QualifiedName name : existing(scene, vacuum)) {
            List<QualifiedName> tables = reached(scene, name);
            scene.impact().lock(tables, lock);
            scene.impact().work(scene.schema().withRows(tables), full ? Work.REWRITE : Work.SCAN);
        }
    }

    // Since 18 the children of a table are meant, too, as partitions always were (release notes of 18).
    private static List<QualifiedName> reached(Scene scene, QualifiedName table) {
        boolean all = scene.schema().isPartitioned(table) || scene.atLeast(18);
        return all ? scene.schema().family(table) : List.of(table);
    }

    // It reads a sample, whose size does not grow with the table.
    private static void analyze(Scene scene, Maintenance analyze) {
        if (analyze.names().isEmpty()) {
            scene.impact().lock(TableLock.EVERYTHING, SHARE_UPDATE_EXCLUSIVE);
        }
        existing(scene, analyze).forEach(name -> scene.impact().lock(reached(scene, name), SHARE_UPDATE_EXCLUSIVE));
    }

    private static void cluster(Scene scene, Maintenance cluster) {
        if (cluster.names().isEmpty()) {
            scene.impact().outsideTransactions();
            scene.impact().lock(TableLock.EVERYTHING, ACCESS_EXCLUSIVE);
        }
        boolean using = cluster.options().stream().anyMatch(option -> option.startsWith("USING"));
        for (QualifiedName name : existing(scene, cluster)) {
            Schema schema = scene.schema();
            if (schema.isPartitioned(name)) {
                scene.needs(15, "CLUSTER of a partitioned table");
                scene.impact().outsideTransactions();
            }
            boolean never = schema.table(name)
                    .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                    .filter(known -> !known.options().containsKey("CLUSTER ON"))
                    .isPresent();
            scene.impact().refuseIf(!using && never, "\"" + name + "\" was never clustered");
            List<QualifiedName> tables = schema.isPartitioned(name) ? schema.family(name) : List.of(name);
            scene.impact().lock(tables, ACCESS_EXCLUSIVE);
            scene.impact().work(schema.withRows(tables), Work.REWRITE);
        }
    }

    private static void lock(Scene scene, Maintenance lock) {
        boolean only = lock.options().contains("ONLY");
        PostgresLock mode = mode(lock.options());
        for (QualifiedName name : existing(scene, lock)) {
            Set<QualifiedName> all = new LinkedHashSet<>();
            gather(scene.schema(), name, only, all);
            if (!isAccessShare(lock.options())) {
                scene.impact().lock(all, mode);
            }
        }
    }

    private static boolean isAccessShare(List<String> options) {
        return options.contains("ACCESS SHARE");
    }

    private static PostgresLock mode(List<String> options) {
        for (PostgresLock lock : PostgresLock.values()) {
            if (options.contains(lock.sql())) {
                return lock;
            }
        }
        return ACCESS_EXCLUSIVE;
    }

    // A view is locked with all that it reads (manual, LOCK).
    private static void gather(Schema schema, QualifiedName name, boolean only, Set<QualifiedName> all) {
        List<QualifiedName> family = only ? List.of(name) : schema.family(name);
        for (QualifiedName member : family) {
            if (all.add(member)) {
                schema.catalog()
                        .view(member)
                        .ifPresent(view -> view.reads().forEach(read -> gather(schema, read, only, all)));
            }
        }
    }

    private static void refresh(Scene scene, QualifiedName name, Maintenance refresh) {
        Schema schema = scene.schema();
        Impact impact = scene.impact();
        boolean concurrent = refresh.options().contains("CONCURRENTLY");
        impact.lock(name, concurrent ? EXCLUSIVE : ACCESS_EXCLUSIVE);
        if (refresh.options().contains("WITH NO DATA")) {
            return;
        }
        boolean noKey = schema.catalog()
                .view(name)
                .filter(view -> view.indexes().stream().noneMatch(MaintenanceEffects::isWholeKey))
                .isPresent();
        impact.refuseIf(concurrent && noKey, "\"" + name + "\" has no unique index of all its rows");
        impact.work(name, concurrent ? Work.SCAN : Work.REWRITE);
        Set<QualifiedName> read = new LinkedHashSet<>();
        schema.catalog().view(name).map(View::reads).ifPresent(reads -> reads.forEach(of -> sources(schema, of, read)));
        impact.work(schema.withRows(read), Work.SCAN);
    }

    private static boolean isWholeKey(Index index) {
        return index.isUnique() && index.where().isEmpty();
    }

    private static void sources(Schema schema, QualifiedName read, Set<QualifiedName> all) {
        boolean isView = schema.catalog()
                .view(read)
                .filter(view -> view.kind().equals("VIEW"))
                .isPresent();
        if (isView) {
            schema.catalog().view(read).ifPresent(view -> view.reads().forEach(of -> sources(schema, of, all)));
        } else {
            all.addAll(schema.family(read));
        }
    }
}
