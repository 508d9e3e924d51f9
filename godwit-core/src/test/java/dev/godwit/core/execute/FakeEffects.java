package dev.godwit.core.execute;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;

/**
 * A product with a statement of every kind: VACUUM and CONCURRENTLY run outside transactions, REINDEX commits implicitly as definitions
 * do on MySQL, of CALL nobody knows, and the setting {@code foreign_keys} has no effect within a transaction.
 */
final class FakeEffects implements EffectModel {
    static final ServerVersion VERSION = new ServerVersion("fake", 1, 0, 0, "1.0");

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        return switch (statement) {
            case Statement.TransactionControl control -> inside(LockMode.BLOCKS_NOTHING);
            case Statement.SessionSetting setting ->
                setting.name().equals("foreign_keys")
                        ? outside(LockMode.BLOCKS_NOTHING)
                        : inside(LockMode.BLOCKS_NOTHING);
            case Statement.CreateIndex index -> index(index.concurrency(), LockMode.BLOCKS_WRITES);
            case Statement.DropIndex index -> index(index.concurrency(), LockMode.BLOCKS_READS_AND_WRITES);
            case Statement.Reindex reindex -> outline(Transactionality.COMMITS_IMPLICITLY, LockMode.BLOCKS_WRITES);
            case Statement.AddEnumValue value -> outside(LockMode.BLOCKS_NOTHING);
            case Statement.CopyFromStdin copy -> inside(LockMode.BLOCKS_NOTHING);
            case Statement.CodeBlock block -> inside(LockMode.BLOCKS_NOTHING);
            case dev.godwit.sql.Definition definition ->
                inside(definition.verb().equals("CREATE") ? LockMode.BLOCKS_NOTHING : LockMode.BLOCKS_READS_AND_WRITES);
            case Statement.Dml dml ->
                dml.verb().equals("CALL")
                        ? outline(Transactionality.UNKNOWN, LockMode.BLOCKS_NOTHING)
                        : inside(LockMode.BLOCKS_NOTHING);
            case Statement.Maintenance maintenance -> outside(LockMode.BLOCKS_DDL);
            case Statement.Unparsed unparsed -> inside(LockMode.BLOCKS_READS_AND_WRITES);
        };
    }

    private static Effects index(Concurrency concurrency, LockMode plain) {
        return switch (concurrency) {
            case CONCURRENTLY -> outside(LockMode.BLOCKS_DDL);
            case PLAIN -> inside(plain);
        };
    }

    private static Effects inside(LockMode lock) {
        return outline(Transactionality.TRANSACTIONAL, lock);
    }

    private static Effects outside(LockMode lock) {
        return outline(Transactionality.OUTSIDE_ONLY, lock);
    }

    private static Effects outline(Transactionality transactionality, LockMode lock) {
        return Effects.none(transactionality).locking(TableLock.EVERYTHING, lock, "");
    }
}
