package dev.godwit.postgres;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.Maintenance;
import java.util.Set;

/** What PostgreSQL does to a running system when it executes a statement. */
final class PostgresEffects implements EffectModel {
    private static final Set<String> NEW_THINGS = Set.of(
            "SCHEMA", "EXTENSION", "FUNCTION", "PROCEDURE", "AGGREGATE", "TYPE", "DOMAIN", "ROLE", "USER", "SEQUENCE");
    private static final Set<String> CODE = Set.of("DO", "CALL");
    private static final Set<String> WHOLE_CLUSTER = Set.of("DATABASE", "TABLESPACE", "SUBSCRIPTION");

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        return switch (statement) {
            case Statement.TransactionControl control -> inside(LockMode.BLOCKS_NOTHING);
            case Statement.SessionSetting setting ->
                setting.name().equals("discard") ? outside(LockMode.BLOCKS_NOTHING) : inside(LockMode.BLOCKS_NOTHING);
            case Statement.CreateIndex index -> index(index.concurrency(), LockMode.BLOCKS_WRITES);
            case Statement.DropIndex index -> index(index.concurrency(), LockMode.BLOCKS_READS_AND_WRITES);
            // On a partitioned table, a schema or a database it refuses a transaction; elsewhere it may be repeated at
            // will.
            case Statement.Reindex reindex ->
                outside(
                        reindex.concurrency() == Concurrency.CONCURRENTLY
                                ? LockMode.BLOCKS_DDL
                                : LockMode.BLOCKS_READS_AND_WRITES);
            // Since 12 it may stand in a transaction, but its value cannot be used before the commit (manual, ALTER
            // TYPE).
            case Statement.AddEnumValue value -> outside(LockMode.BLOCKS_NOTHING);
            case Statement.CopyFromStdin copy -> inside(LockMode.BLOCKS_NOTHING);
            case Statement.CodeBlock block -> inside(LockMode.BLOCKS_READS_AND_WRITES);
            // A block or a procedure may do whatever it likes, so that it may not queue for long.
            case Statement.Dml dml ->
                inside(CODE.contains(dml.verb()) ? LockMode.BLOCKS_READS_AND_WRITES : LockMode.BLOCKS_NOTHING);
            case Maintenance maintenance -> maintenance(maintenance);
            case Definition definition -> definition(definition);
            case Statement.Unparsed unparsed -> inside(LockMode.BLOCKS_READS_AND_WRITES);
        };
    }

    private static Effects index(Concurrency concurrency, LockMode plain) {
        return switch (concurrency) {
            case CONCURRENTLY -> outside(LockMode.BLOCKS_DDL);
            case PLAIN -> inside(plain);
        };
    }

    private static Effects maintenance(Maintenance maintenance) {
        return switch (maintenance.verb()) {
            case "VACUUM" -> outside(LockMode.BLOCKS_DDL);
            case "CLUSTER" ->
                maintenance.names().isEmpty()
                        ? outside(LockMode.BLOCKS_READS_AND_WRITES)
                        : inside(LockMode.BLOCKS_READS_AND_WRITES);
            case "LOCK" -> inside(LockMode.BLOCKS_READS_AND_WRITES);
            case "COMMIT PREPARED", "ROLLBACK PREPARED" -> outside(LockMode.BLOCKS_NOTHING);
            default -> inside(LockMode.BLOCKS_DDL);
        };
    }

    private static Effects definition(Definition definition) {
        if (definition.tail().contains("CONCURRENTLY") && definition.kind().equals("TABLE")) {
            return outside(LockMode.BLOCKS_DDL);
        }
        if (definition.verb().equals("ALTER") && definition.kind().equals("SYSTEM")) {
            return outside(LockMode.BLOCKS_NOTHING);
        }
        if (WHOLE_CLUSTER.contains(definition.kind()) && refusesTransaction(definition)) {
            return outside(LockMode.BLOCKS_NOTHING);
        }
        boolean harmless = definition.verb().equals("CREATE") && NEW_THINGS.contains(definition.kind());
        return inside(harmless ? LockMode.BLOCKS_NOTHING : LockMode.BLOCKS_READS_AND_WRITES);
    }

    // Manual: CREATE DATABASE, DROP DATABASE, CREATE TABLESPACE, DROP TABLESPACE, CREATE and DROP SUBSCRIPTION, notes
    // of each.
    private static boolean refusesTransaction(Definition definition) {
        return switch (definition.verb()) {
            case "CREATE", "DROP" -> true;
            case "ALTER" ->
                definition.kind().equals("SUBSCRIPTION") || definition.tail().contains("SET TABLESPACE");
            default -> false;
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
