package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableWork;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an ALTER TABLE asks of the storage engine: the reasons for what {@link MysqlEffects} say of it.
 *
 * @param alter the statement, names written as the table has them, without what its guards leave out
 * @param conversion what is done to the values of the first column that is defined anew
 * @param elsewhere what would have to be done on a table of which nothing bars the server from its better ways
 * @param bars what this table has that may do so, for people
 * @param usedUp whether columns came and went INSTANT as often as the server lets them, until the table is rebuilt
 */
public record AlterReading(
        AlterTable alter,
        Set<Change> changes,
        Optional<Conversion> conversion,
        TableWork elsewhere,
        List<String> bars,
        boolean usedUp) {
    public AlterReading {
        changes = Set.copyOf(changes);
        bars = List.copyOf(bars);
    }

    /** What a new definition does to the values of a column. */
    public enum Conversion {
        /** Other members of an ENUM, or in another order. */
        ENUM_MEMBERS,
        SET_MEMBERS,
        /** A longer VARCHAR, whose length no longer fits into the byte that it has. */
        LENGTH_BYTES,
        CHARACTER_SET,
        /** Another type, or one of which it is not known what it was. */
        OTHER
    }

    /** Returns the ALTER TABLE that a statement is or stands for, as CREATE INDEX does. */
    public static Optional<AlterTable> alter(Statement statement) {
        return switch (statement) {
            case AlterTable alter -> Optional.of(alter);
            case Statement.CreateIndex create -> Optional.of(IndexEffects.alter(create));
            case Statement other -> Optional.empty();
        };
    }

    /** Reads one. */
    public static AlterReading of(AlterTable written, Catalog before, ServerVersion version) {
        ServerFacts server = new ServerFacts(version);
        Optional<Table> table = before.table(written.table());
        AlterTable alter = Guarded.of(Spelling.of(written, table), table);
        Alteration asked = AlterChanges.of(server, before, alter);
        return new AlterReading(
                alter,
                asked.changes(),
                alter.actions(ColumnAction.class)
                        .flatMap(action -> conversion(action, alter, table, server).stream())
                        .findFirst(),
                elsewhere(asked, server).on(before.resolve(written.table())),
                asked.shape().bars(),
                server.isMysql() && asked.shape().rowVersions() >= MysqlLadder.rowVersions(server));
    }

    private static Way elsewhere(Alteration asked, ServerFacts server) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        changes.addAll(asked.changes());
        changes.remove(Change.SHIFT_VIRTUAL_COLUMN);
        Alteration plain = new Alteration(changes, TableShape.PLAIN, false, asked.strict());
        return server.isMysql() ? new MysqlLadder(server).way(plain) : new MariadbLadder(server.version()).way(plain);
    }

    private static Optional<Conversion> conversion(
            ColumnAction action, AlterTable alter, Optional<Table> table, ServerFacts server) {
        Optional<ColumnDefinition> definition = switch (action) {
            case ColumnAction.ModifyColumn modify -> Optional.of(modify.definition());
            case ColumnAction.ChangeColumn change -> Optional.of(change.definition());
            case ColumnAction other -> Optional.empty();
        };
        return definition
                .filter(column -> column.type().isPresent())
                .map(column -> table.flatMap(known -> known.column(action.column()))
                        .filter(before -> before.type().isPresent())
                        .map(before -> new ColumnChange(server, table.orElseThrow(), before, column, alter.actions()))
                        .map(change -> conversion(change.oldType(), change.newType()))
                        .orElseGet(() -> conversion(column.type().orElseThrow().base())));
    }

    private static Conversion conversion(ColumnType before, ColumnType after) {
        boolean text = before.isCharacter() && after.isCharacter();
        boolean recoded = !before.charset().equals(after.charset());
        if (text && recoded && before.with(after.charset()).equals(after)) {
            return Conversion.CHARACTER_SET;
        }
        if (!before.name().equals(after.name())) {
            return Conversion.OTHER;
        }
        return before.name().equals("VARCHAR") && after.length() > before.length() && !recoded
                ? Conversion.LENGTH_BYTES
                : conversion(after.name());
    }

    // Of a column that is not known it is taken to be the same kind of type before.
    private static Conversion conversion(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "ENUM" -> Conversion.ENUM_MEMBERS;
            case "SET" -> Conversion.SET_MEMBERS;
            default -> Conversion.OTHER;
        };
    }

    /** Tells whether it is about partitions, one way or another. */
    public boolean concernsPartitions() {
        return alter.actions(PartitionAction.class).findAny().isPresent();
    }

    /** Tells whether it asks for any of these. */
    public boolean asksFor(Change... wanted) {
        return Change.any(changes, Set.of(wanted));
    }
}
