package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnDefinition;
import java.util.Optional;

/** Tells what becomes of a column's character set. */
public final class Charsets {
    private Charsets() {}

    /** Tells whether a text column that is defined anew keeps its characters but not their character set or collation. */
    public static boolean differ(
            Catalog before, AlterTable alter, Column column, ColumnDefinition definition, ServerVersion version) {
        Optional<Table> table = before.table(alter.table());
        if (table.isEmpty() || column.type().isEmpty() || definition.type().isEmpty()) {
            return false;
        }
        ColumnChange change =
                new ColumnChange(new ServerFacts(version), table.get(), column, definition, alter.actions());
        Charset old = change.oldType().charset();
        Charset wanted = change.newType().charset();
        return isText(old) && isText(wanted) && !old.equals(wanted);
    }

    private static boolean isText(Charset charset) {
        return !charset.equals(Charset.NONE) && !charset.equals(Charset.BINARY);
    }
}
