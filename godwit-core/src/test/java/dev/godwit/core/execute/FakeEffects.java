package dev.godwit.core.execute;

import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
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
    public Effects of(Statement statement, ServerVersion version) {
        return switch (statement) {
            case Statement.TransactionControl control -> inside(LockMode.BLOCKS_NOTHING);
            case Statement.SessionSetting setting ->
                setting.name().equals("foreign_keys")
                        ? outside(LockMode.BLOCKS_NOTHING)
                        : inside(LockMode.BLOCKS_NOTHING);
            case Statement.CreateIndex index -> index(index.concurrency(), LockMode.BLOCKS_WRITES);
            case Statement.DropIndex index -> index(index.concurrency(), LockMode.BLOCKS_READS_AND_WRITES);
            case Statement.Reindex reindex -> new Effects(Transactionality.COMMITS_IMPLICITLY, LockMode.BLOCKS_WRITES);
            case Statement.AddEnumValue value -> outside(LockMode.BLOCKS_NOTHING);
            case Statement.CopyFromStdin copy -> inside(LockMode.BLOCKS_NOTHING);
            case Statement.Definition definition ->
                inside(definition.verb().equals("CREATE") ? LockMode.BLOCKS_NOTHING : LockMode.BLOCKS_READS_AND_WRITES);
            case Statement.Dml dml ->
                dml.verb().equals("CALL")
                        ? new Effects(Transactionality.UNKNOWN, LockMode.BLOCKS_NOTHING)
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
        return new Effects(Transactionality.TRANSACTIONAL, lock);
    }

    private static Effects outside(LockMode lock) {
        return new Effects(Transactionality.OUTSIDE_ONLY, lock);
    }
}
