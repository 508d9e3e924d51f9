package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;

/** Judges {@code ALTER INDEX}, also where it is written as ALTER TABLE. */
final class AlterIndexEffects {
    private AlterIndexEffects() {}

    static void judge(Scene scene, AlterTable alter) {
        QualifiedName index = scene.schema().name(alter.table());
        for (AlterAction action : alter.actions()) {
            lock(scene, index, lockFor(scene, alter, index, action));
        }
    }

    private static void lock(Scene scene, QualifiedName index, PostgresLock lock) {
        scene.schema()
                .indexOwner(index)
                .ifPresentOrElse(
                        table -> scene.impact().lockIndex(index, table, lock),
                        () -> scene.impact().lock(index, lock));
    }

    private static PostgresLock lockFor(Scene scene, AlterTable alter, QualifiedName index, AlterAction action) {
        return switch (action) {
            // ALTER INDEX renames under the weaker lock, ALTER TABLE does not (measured, 14 to 18).
            case TableAction.RenameTable rename ->
                alter.kind().equals("INDEX") ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
            case TableAction.SetTablespace set -> {
                scene.schema()
                        .indexOwner(index)
                        .filter(scene.schema()::holdsRows)
                        .filter(table -> !set.tablespace().name().equals("pg_default"))
                        .ifPresent(table -> scene.impact().work(table, Work.INDEX_BUILD));
                yield ACCESS_EXCLUSIVE;
            }
            case TableAction.SetStorage set -> strongest(set.options());
            case TableAction.ResetStorage reset -> strongest(reset.options());
            case TableAction other -> ACCESS_EXCLUSIVE;
            case ColumnAction column -> SHARE_UPDATE_EXCLUSIVE;
            case IndexAction.AttachIndex attach -> {
                lock(scene, scene.schema().name(attach.index()), ACCESS_EXCLUSIVE);
                yield SHARE_UPDATE_EXCLUSIVE;
            }
            case IndexAction other -> ACCESS_EXCLUSIVE;
            case ConstraintAction other -> ACCESS_EXCLUSIVE;
            case PartitionAction other -> ACCESS_EXCLUSIVE;
        };
    }

    private static PostgresLock strongest(java.util.List<dev.godwit.sql.Option> options) {
        return options.stream()
                .map(option -> TableEffects.lockFor(option.name()))
                .reduce(SHARE_UPDATE_EXCLUSIVE, PostgresLock::stronger);
    }
}
