package dev.godwit.mysql.effect;

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

/**
 * What statements do on MySQL and MariaDB, of which the version of the server tells which it is. What commits implicitly stands in the
 * MySQL 8.0 manual, 15.3.3, and was seen on MariaDB 11.4 too; all else is proved against servers.
 */
public final class MysqlEffects implements EffectModel {
    private static final Effects UNKNOWN = Effects.unknown(
            Transactionality.UNKNOWN, "it may be anything, and what it is cannot be told from its text");

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        ServerFacts server = new ServerFacts(version);
        return switch (statement) {
            case Statement.TransactionControl control -> Effects.none(Transactionality.TRANSACTIONAL);
            case SessionSetting setting -> setting(setting);
            case Statement.CreateIndex create -> new IndexEffects(server, before).of(create);
            case Statement.DropIndex drop -> new IndexEffects(server, before).of(drop);
            case Definition definition -> new DefinitionEffects(server, before).of(definition);
            case Dml dml -> DmlEffects.of(dml, before);
            case Maintenance maintenance -> MaintenanceEffects.of(maintenance, before, server);
            case Statement.Reindex reindex -> UNKNOWN;
            case Statement.AddEnumValue add -> UNKNOWN;
            case Statement.CopyFromStdin copy -> UNKNOWN;
            case Statement.CodeBlock block -> UNKNOWN;
            case Statement.Unparsed unparsed -> Effects.unknown(Transactionality.UNKNOWN, unparsed.why());
        };
    }

    private static Effects setting(SessionSetting setting) {
        if (setting.reach() == SessionSetting.Reach.SERVER) {
            return Effects.none(Transactionality.OUTSIDE_ONLY);
        }
        boolean sent = !isWithheld(setting);
        return Effects.none(
                sent && setting.name().equals("autocommit")
                        ? Transactionality.COMMITS_IMPLICITLY
                        : Transactionality.TRANSACTIONAL);
    }

    /** Returns what cannot be told. */
    static Effects unknown() {
        return UNKNOWN;
    }

    /** Returns what commits and locks a table of which it is not known which. */
    static Effects someTable() {
        return Effects.none(Transactionality.COMMITS_IMPLICITLY)
                .locking(TableLock.EVERYTHING, LockMode.BLOCKS_READS_AND_WRITES, OtherTables.EXCLUSIVE);
    }

    /**
     * Tells whether this is LOCK TABLES, UNLOCK TABLES or SET autocommit alone, which are not sent: transactions are the
     * runner's affair, and under table locks it could not write its journal.
     */
    public static boolean isWithheld(Statement statement) {
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
}
