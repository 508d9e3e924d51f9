package dev.godwit.sqlite;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.Statement;
import java.util.Set;

/** What statements do to an SQLite file: one writer at a time, and nearly everything can be undone. */
final class SqliteEffects implements EffectModel {
    // Refused, or without effect, within a transaction (sqlite.org/pragma.html).
    private static final Set<String> OUTSIDE_PRAGMAS =
            Set.of("foreign_keys", "journal_mode", "synchronous", "wal_checkpoint", "attach", "detach");
    // These do their work also where no value is given; the others then only tell it.
    private static final Set<String> ACTIONS =
            Set.of("attach", "detach", "incremental_vacuum", "optimize", "wal_checkpoint");
    private static final Set<String> WRITING_PRAGMAS = Set.of(
            "application_id",
            "auto_vacuum",
            "incremental_vacuum",
            "optimize",
            "schema_version",
            "user_version",
            "wal_checkpoint");
    private static final Set<String> READING_VERBS = Set.of("SELECT", "VALUES", "EXPLAIN");

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        return switch (statement) {
            case Statement.TransactionControl control -> transactional(LockMode.BLOCKS_NOTHING);
            case Statement.SessionSetting setting -> setting(setting);
            case Statement.CreateIndex create -> transactional(LockMode.BLOCKS_WRITES);
            case Statement.DropIndex drop -> transactional(LockMode.BLOCKS_WRITES);
            case Statement.Reindex reindex -> transactional(LockMode.BLOCKS_WRITES);
            case dev.godwit.sql.Definition definition -> transactional(LockMode.BLOCKS_WRITES);
            case Statement.Dml dml ->
                transactional(READING_VERBS.contains(dml.verb()) ? LockMode.BLOCKS_NOTHING : LockMode.BLOCKS_WRITES);
            case Statement.Maintenance maintenance -> maintenance(maintenance);
            case Statement.AddEnumValue add -> transactional(LockMode.BLOCKS_WRITES);
            case Statement.CopyFromStdin copy -> transactional(LockMode.BLOCKS_WRITES);
            case Statement.CodeBlock block -> transactional(LockMode.BLOCKS_WRITES);
            case Statement.Unparsed unparsed -> transactional(LockMode.BLOCKS_WRITES);
        };
    }

    private static Effects transactional(LockMode lock) {
        return outline(Transactionality.TRANSACTIONAL, lock);
    }

    private static Effects maintenance(Statement.Maintenance maintenance) {
        return maintenance.verb().equals("VACUUM")
                ? outline(Transactionality.OUTSIDE_ONLY, LockMode.BLOCKS_READS_AND_WRITES)
                : transactional(LockMode.BLOCKS_WRITES);
    }

    private static Effects setting(Statement.SessionSetting setting) {
        String name = setting.name().substring(setting.name().lastIndexOf('.') + 1);
        if (setting.value().isEmpty() && !ACTIONS.contains(name)) {
            return transactional(LockMode.BLOCKS_NOTHING);
        }
        return outline(
                OUTSIDE_PRAGMAS.contains(name) ? Transactionality.OUTSIDE_ONLY : Transactionality.TRANSACTIONAL,
                lock(name));
    }

    private static LockMode lock(String pragma) {
        if (pragma.equals("journal_mode")) {
            return LockMode.BLOCKS_READS_AND_WRITES;
        }
        return WRITING_PRAGMAS.contains(pragma) ? LockMode.BLOCKS_WRITES : LockMode.BLOCKS_NOTHING;
    }

    private static Effects outline(Transactionality transactionality, LockMode lock) {
        return Effects.none(transactionality).locking(TableLock.EVERYTHING, lock, "");
    }
}
