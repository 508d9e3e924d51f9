package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.TableAction;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What actions on a table as a whole ask for. */
final class TableChanges {
    private TableChanges() {}

    static Set<Change> of(TableAction action, Optional<Table> table, ServerFacts server) {
        return switch (action) {
            case TableAction.RenameTable rename -> Set.of(Change.RENAME_TABLE);
            case TableAction.SetOption set -> Set.of(option(set.option(), table, server));
            case TableAction.ConvertCharset convert -> converted(convert, table, server);
            case TableAction.Force force -> Set.of(Change.REBUILD);
            case TableAction.OrderBy order -> Set.of(Change.SORT_ROWS);
            case TableAction.OtherAction other ->
                other.name().contains("SYSTEM VERSIONING") ? Set.of(Change.ADD_VERSIONING) : Set.of();
            case TableAction.Algorithm algorithm -> Set.of();
            case TableAction.Lock lock -> Set.of();
            case TableAction.SetSchema other -> Set.of();
            case TableAction.SetOwner other -> Set.of();
            case TableAction.SetTablespace other -> Set.of();
            case TableAction.SetPersistence other -> Set.of();
            case TableAction.SetAccessMethod other -> Set.of();
            case TableAction.SetStorage other -> Set.of();
            case TableAction.ResetStorage other -> Set.of();
            case TableAction.ClusterOn other -> Set.of();
            case TableAction.SetInheritance other -> Set.of();
            case TableAction.SetType other -> Set.of();
            case TableAction.ReplicaIdentity other -> Set.of();
            case TableAction.SwitchTrigger other -> Set.of();
            case TableAction.RowSecurity other -> Set.of();
            case TableAction.SetSequence other -> Set.of();
        };
    }

    private static Change option(Option option, Optional<Table> table, ServerFacts server) {
        return switch (option.name()) {
            case "ENGINE", "TYPE" -> isEngineOf(table, option) ? Change.REBUILD : Change.CHANGE_ENGINE;
            case "ROW_FORMAT", "KEY_BLOCK_SIZE" -> Change.REBUILD;
            case "TABLESPACE" -> server.isMysql() ? Change.REBUILD : Change.SET_OPTION;
            case "ENCRYPTION" -> encryption(option, table);
            case "ENCRYPTED", "ENCRYPTION_KEY_ID" -> Change.REBUILD;
            // Seen: 10.11 rebuilds, 11.4 does not.
            case "PAGE_COMPRESSED", "PAGE_COMPRESSION_LEVEL" ->
                server.version().atLeast(11) ? Change.SET_OPTION : Change.REBUILD;
            default -> Change.SET_OPTION;
        };
    }

    // Where it changes, the pages are written anew through the server (manual 17.12.1).
    private static Change encryption(Option option, Optional<Table> table) {
        String now = table.map(known -> known.options().get("ENCRYPTION"))
                .map(TableChanges::word)
                .orElse("N");
        return now.equals(word(option.value())) ? Change.SET_OPTION : Change.CHANGE_ENGINE;
    }

    private static boolean isEngineOf(Optional<Table> table, Option option) {
        return engine(table).equals(word(option.value()));
    }

    /** Returns the storage engine of a table in upper case; where nothing was said, it is InnoDB. */
    static String engine(Optional<Table> table) {
        return table.map(known -> known.options().get("ENGINE"))
                .map(TableChanges::word)
                .orElse("INNODB");
    }

    /** Returns an option's value as a word in upper case. */
    static String word(Optional<Expression> value) {
        return value.map(Expression::text).map(TableChanges::word).orElse("");
    }

    private static String word(String text) {
        return text.replace("=", "").strip().replaceAll("^['\"`]|['\"`]$", "").toUpperCase(Locale.ROOT);
    }

    private static Set<Change> converted(
            TableAction.ConvertCharset convert, Optional<Table> table, ServerFacts server) {
        // To MySQL it is an option of the table as well.
        Set<Change> changes = server.isMysql() ? EnumSet.of(Change.SET_OPTION) : EnumSet.noneOf(Change.class);
        if (table.isEmpty()) {
            changes.add(Change.CHANGE_TYPE);
            return changes;
        }
        Charset wanted = Charset.of(Optional.of(convert.charset()), convert.collation(), server)
                .orElseGet(() -> Charset.of(table, server));
        for (Column column : table.get().columns()) {
            column.type()
                    .map(type -> ColumnType.of(type, column.attributes(), Charset.of(table, server), server))
                    .filter(type -> !type.charset().equals(Charset.NONE)
                            && !type.charset().equals(Charset.BINARY))
                    .ifPresent(type -> changes.addAll(converted(type, wanted, column, table.get(), server)));
        }
        return changes;
    }

    private static Set<Change> converted(
            ColumnType type, Charset wanted, Column column, Table table, ServerFacts server) {
        // A TEXT becomes a MEDIUMTEXT where its longest value might no longer fit.
        boolean outgrows =
                type.isText() && wanted.bytesPerCharacter() > type.charset().bytesPerCharacter();
        if (outgrows) {
            return Set.of(Change.CHANGE_TYPE);
        }
        boolean ordered = table.indexes().stream().anyMatch(index -> TableShape.isOn(index, column));
        return new TypeComparison(
                        server, ordered, TableShape.of(Optional.of(table)).redundant())
                .changes(type, type.with(wanted));
    }
}
