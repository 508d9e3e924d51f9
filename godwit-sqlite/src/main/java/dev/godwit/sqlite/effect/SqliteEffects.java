package dev.godwit.sqlite.effect;

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

/**
 * What statements do to an SQLite file: one writer at a time, and nearly everything can be undone. What the library can change in place depends
 * on its version; it is proved against 3.50 and 3.54.
 */
public final class SqliteEffects implements EffectModel {
    // A writer holds it from its first write on; readers go on until it commits, in WAL mode also then
    // (sqlite.org/lockingv3.html).
    private static final String RESERVED = "RESERVED";
    private static final String EXCLUSIVE = "EXCLUSIVE";

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        return switch (statement) {
            case Statement.TransactionControl control -> Effects.none(Transactionality.TRANSACTIONAL);
            case Statement.SessionSetting setting -> PragmaEffects.of(setting);
            case Statement.CreateIndex create -> new IndexEffects(before).of(create);
            case Statement.DropIndex drop -> new IndexEffects(before).of(drop);
            case Statement.Reindex reindex -> new IndexEffects(before).of(reindex);
            case Definition definition -> new DefinitionEffects(before, version).of(definition);
            case Dml dml -> DmlEffects.of(dml, before);
            case Statement.Maintenance maintenance -> maintenance(maintenance, before);
            case Statement.AddEnumValue add -> unreadable("SQLite has no enums");
            case Statement.CopyFromStdin copy -> unreadable("SQLite has no COPY");
            case Statement.CodeBlock block -> unreadable("SQLite has no blocks");
            case Statement.Unparsed unparsed -> unreadable(unparsed.why());
        };
    }

    // Whatever it is, it cannot do more than write in a transaction.
    private static Effects unreadable(String why) {
        return Effects.unknown(Transactionality.TRANSACTIONAL, why);
    }

    /** Returns what anything does that writes. */
    static Effects writing() {
        return Effects.none(Transactionality.TRANSACTIONAL)
                .locking(TableLock.EVERYTHING, LockMode.BLOCKS_WRITES, RESERVED);
    }

    /** Returns what keeps everybody out. */
    static Effects alone(Transactionality transactionality) {
        return Effects.none(transactionality)
                .locking(TableLock.EVERYTHING, LockMode.BLOCKS_READS_AND_WRITES, EXCLUSIVE);
    }

    private static Effects maintenance(Statement.Maintenance maintenance, Catalog catalog) {
        if (!maintenance.verb().equals("VACUUM")) {
            return writing();
        }
        if (maintenance.options().contains("INTO")) {
            // it reads this file and writes another one (sqlite.org/lang_vacuum.html, 3)
            return Effects.none(Transactionality.OUTSIDE_ONLY);
        }
        Effects effects = alone(Transactionality.OUTSIDE_ONLY);
        for (var table : catalog.tables()) {
            effects = effects.working(Rows.rewrite(table.name(), LockMode.BLOCKS_READS_AND_WRITES));
        }
        return effects;
    }
}
