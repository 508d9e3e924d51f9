package dev.godwit.core.history;

import dev.godwit.core.db.Session;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The history of another tool, which alone says what is applied, and beside it Godwit's own, which knows the checksums that most tools
 * do not keep.
 */
public final class SupplementedHistory implements HistoryStore {
    private final HistoryStore tool;
    private final GodwitHistory own;

    public SupplementedHistory(HistoryStore tool, GodwitHistory own) {
        this.tool = tool;
        this.own = own;
    }

    @Override
    public History read(Session session, MigrationFolder folder) {
        History told = tool.read(session, folder);
        Map<MigrationId, AppliedMigration> known = new HashMap<>();
        own.read(session, folder).entries().forEach(entry -> known.put(entry.id(), entry));
        return new History(
                told.exists(),
                told.entries().stream()
                        .map(entry -> supplemented(entry, Optional.ofNullable(known.get(entry.id()))))
                        .toList());
    }

    private static AppliedMigration supplemented(AppliedMigration told, Optional<AppliedMigration> known) {
        boolean same =
                known.map(AppliedMigration::state).filter(told.state()::equals).isPresent();
        return new AppliedMigration(
                told.id(),
                told.description(),
                told.state(),
                told.checksum().or(() -> same ? known.flatMap(AppliedMigration::checksum) : Optional.empty()),
                told.at().or(() -> known.flatMap(AppliedMigration::at)),
                told.took().or(() -> known.flatMap(AppliedMigration::took)),
                told.by().or(() -> known.flatMap(AppliedMigration::by)));
    }

    @Override
    public void create(Session session) {
        tool.create(session);
        own.create(session);
    }

    @Override
    public void started(Session session, Migration migration) {
        tool.started(session, migration);
    }

    @Override
    public void failed(Session session, Migration migration, Duration took) {
        tool.failed(session, migration, took);
    }

    @Override
    public void applied(Session session, Migration migration, Duration took) {
        tool.applied(session, migration, took);
        own.applied(session, migration, took);
    }

    @Override
    public void reverted(Session session, Migration migration, Optional<Migration> previous) {
        tool.reverted(session, migration, previous);
        own.reverted(session, migration, previous);
    }

    @Override
    public void baseline(Session session, List<Migration> covered, Migration last) {
        tool.baseline(session, covered, last);
    }

    @Override
    public void repair(Session session, Migration migration) {
        tool.repair(session, migration);
        own.repair(session, migration);
    }

    @Override
    public void forget(Session session, MigrationId id, MigrationFolder folder) {
        tool.forget(session, id, folder);
        own.forget(session, id, folder);
    }
}
