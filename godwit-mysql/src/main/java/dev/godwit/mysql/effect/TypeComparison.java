package dev.godwit.mysql.effect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What it takes to give a column another type. */
final class TypeComparison {
    private static final int SHORT = 255;
    // InnoDB writes the length of values up to this in one byte, whatever the longest may be.
    private static final int VERY_SHORT = 127;
    private static final int BITS = 8;

    private final ServerFacts server;
    private final boolean indexed;
    private final boolean redundant;

    /**
     * @param indexed whether an index orders the values
     * @param redundant whether the table has the row format REDUNDANT
     */
    TypeComparison(ServerFacts server, boolean indexed, boolean redundant) {
        this.server = server;
        this.indexed = indexed;
        this.redundant = redundant;
    }

    Set<Change> changes(ColumnType before, ColumnType after) {
        if (!before.name().equals(after.name())) {
            return EnumSet.of(Change.CHANGE_TYPE);
        }
        return switch (before.name()) {
            case "VARCHAR" -> varchar(before, after);
            case "CHAR" -> before.length() == after.length() ? text(before, after) : EnumSet.of(Change.CHANGE_TYPE);
            case "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> text(before, after);
            case "ENUM", "SET" -> members(before, after);
            default -> same(before, after) ? Change.none() : EnumSet.of(Change.CHANGE_TYPE);
        };
    }

    private static boolean same(ColumnType before, ColumnType after) {
        return before.length() == after.length()
                && before.scale() == after.scale()
                && before.unsigned() == after.unsigned()
                && before.zerofill() == after.zerofill();
    }

    private Set<Change> varchar(ColumnType before, ColumnType after) {
        if (after.bytes() < before.bytes() || crosses(before.bytes(), after.bytes())) {
            return EnumSet.of(Change.CHANGE_TYPE);
        }
        Set<Change> changes = charset(before.charset(), after.charset());
        if (changes.isEmpty() && after.length() < before.length()) {
            return EnumSet.of(Change.CHANGE_TYPE);
        }
        if (after.bytes() > before.bytes()) {
            changes.add(Change.WIDEN);
        }
        return changes;
    }

    private boolean crosses(long before, long after) {
        boolean longer = before <= SHORT && after > SHORT;
        return longer && (server.isMysql() || (!redundant && before > VERY_SHORT));
    }

    // They keep their values under another collation of their character set only; MySQL's TEXT also as BLOB.
    private Set<Change> text(ColumnType before, ColumnType after) {
        boolean unread = server.isMysql() && before.isText() && after.charset().equals(Charset.BINARY);
        return unread || before.charset().name().equals(after.charset().name())
                ? charset(before.charset(), after.charset())
                : EnumSet.of(Change.CHANGE_TYPE);
    }

    private Set<Change> charset(Charset before, Charset after) {
        if (before.equals(after)) {
            return Change.none();
        }
        boolean widened = before.name().equals("utf8mb3") && after.name().equals("utf8mb4");
        if (widened) {
            return EnumSet.of(indexed && server.isMysql() ? Change.RECODE_INDEXED : Change.RECODE);
        }
        boolean unread = server.isMysql() && after.equals(Charset.BINARY);
        if (!before.name().equals(after.name()) && !unread) {
            return EnumSet.of(Change.CHANGE_TYPE);
        }
        return EnumSet.of(indexed ? Change.RECODE_INDEXED : Change.RECODE);
    }

    private Set<Change> members(ColumnType before, ColumnType after) {
        List<String> old = before.members();
        List<String> all = after.members();
        boolean appended =
                all.size() >= old.size() && all.subList(0, old.size()).equals(old);
        boolean recoded = !server.isMysql() && !before.charset().equals(after.charset());
        if (!appended || recoded || bytes(before) != bytes(after)) {
            return EnumSet.of(Change.CHANGE_TYPE);
        }
        return all.size() == old.size() ? Change.none() : EnumSet.of(Change.CHANGE_DEFAULT);
    }

    private static int bytes(ColumnType type) {
        int count = type.members().size();
        if (type.name().equals("ENUM")) {
            return count <= SHORT ? 1 : 2;
        }
        int bytes = (count + BITS - 1) / BITS;
        return bytes > 4 ? BITS : bytes;
    }
}
