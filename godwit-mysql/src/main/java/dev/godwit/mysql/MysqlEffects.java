package dev.godwit.mysql;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.Set;

/**
 * What commits implicitly (MySQL 8.0 manual 15.3.3, seen also on MariaDB 11.4), and what takes a metadata lock behind which
 * everybody queues. Each definition is taken to need the strongest: a new table locks the parents of its foreign keys, and
 * an ALTER that copies nothing still waits for every transaction that has read the table.
 */
final class MysqlEffects implements EffectModel {
    private static final Set<String> ROW_VERBS = Set.of(
            "INSERT",
            "REPLACE",
            "UPDATE",
            "DELETE",
            "SELECT",
            "WITH",
            "VALUES",
            "TABLE",
            "LOAD",
            "DO",
            "EXPLAIN",
            "DESCRIBE",
            "DESC",
            "SHOW",
            "HELP",
            "HANDLER",
            "ANALYZE");
    private static final Set<String> ACCOUNT_KINDS = Set.of("USER", "ROLE", "PASSWORD", "DEFAULT ROLE", "SERVER");
    private static final Set<String> ACCOUNT_VERBS = Set.of("GRANT", "REVOKE");
    private static final Set<String> QUIET = Set.of("", "CHECKSUM", "KILL");
    private static final Effects UNKNOWN = outline(Transactionality.UNKNOWN, LockMode.BLOCKS_READS_AND_WRITES);
    private static final Effects COMMITS =
            outline(Transactionality.COMMITS_IMPLICITLY, LockMode.BLOCKS_READS_AND_WRITES);
    private static final Effects COMMITS_QUIETLY =
            outline(Transactionality.COMMITS_IMPLICITLY, LockMode.BLOCKS_NOTHING);
    private static final Effects TRANSACTIONAL = outline(Transactionality.TRANSACTIONAL, LockMode.BLOCKS_NOTHING);
    private static final Effects OUTSIDE = outline(Transactionality.OUTSIDE_ONLY, LockMode.BLOCKS_NOTHING);

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        return switch (statement) {
            case Statement.TransactionControl control -> TRANSACTIONAL;
            case SessionSetting setting -> setting(setting);
            case Statement.CreateIndex create -> COMMITS;
            case Statement.DropIndex drop -> COMMITS;
            case Definition definition -> definition(definition);
            case Dml dml -> ROW_VERBS.contains(dml.verb()) ? TRANSACTIONAL : UNKNOWN;
            case Maintenance maintenance -> maintenance(maintenance);
            case Statement.Reindex reindex -> UNKNOWN;
            case Statement.AddEnumValue add -> UNKNOWN;
            case Statement.CopyFromStdin copy -> UNKNOWN;
            case Statement.CodeBlock block -> UNKNOWN;
            case Statement.Unparsed unparsed -> UNKNOWN;
        };
    }

    private static Effects setting(SessionSetting setting) {
        if (setting.reach() == SessionSetting.Reach.SERVER) {
            return OUTSIDE;
        }
        boolean sent = !isWithheld(setting);
        return sent && setting.name().equals("autocommit") ? COMMITS_QUIETLY : TRANSACTIONAL;
    }

    // ALTER TABLE commits also where the table is temporary.
    private static Effects definition(Definition definition) {
        if (definition.tail().contains("TEMPORARY") && !definition.verb().equals("ALTER")) {
            return TRANSACTIONAL;
        }
        boolean account = ACCOUNT_KINDS.contains(definition.kind()) || ACCOUNT_VERBS.contains(definition.verb());
        return account ? COMMITS_QUIETLY : COMMITS;
    }

    private static Effects maintenance(Maintenance maintenance) {
        if (QUIET.contains(maintenance.verb()) || isWithheld(maintenance)) {
            return TRANSACTIONAL;
        }
        return switch (maintenance.verb()) {
            case "XA", "BINLOG" -> UNKNOWN;
            case "PURGE", "SHUTDOWN", "RESTART", "CLONE", "BACKUP" -> OUTSIDE;
            default -> COMMITS;
        };
    }

    /**
     * Tells whether this is LOCK TABLES, UNLOCK TABLES or SET autocommit alone, which are not sent: transactions are the
     * runner's affair, and under table locks it could not write its journal.
     */
    static boolean isWithheld(Statement statement) {
        return switch (statement) {
            case Maintenance maintenance ->
                maintenance.verb().equals("UNLOCK")
                        || (maintenance.verb().equals("LOCK")
                                && !maintenance.names().isEmpty());
            case SessionSetting setting ->
                setting.name().equals("autocommit")
                        && setting.reach() == SessionSetting.Reach.SESSION
                        && !setting.value().orElse("").contains(",");
            case Statement.TransactionControl control -> false;
            case Statement.CreateIndex create -> false;
            case Statement.DropIndex drop -> false;
            case Definition definition -> false;
            case Dml dml -> false;
            case Statement.Reindex reindex -> false;
            case Statement.AddEnumValue add -> false;
            case Statement.CopyFromStdin copy -> false;
            case Statement.CodeBlock block -> false;
            case Statement.Unparsed unparsed -> false;
        };
    }

    private static Effects outline(Transactionality transactionality, LockMode lock) {
        return Effects.none(transactionality).locking(TableLock.EVERYTHING, lock, "");
    }
}
