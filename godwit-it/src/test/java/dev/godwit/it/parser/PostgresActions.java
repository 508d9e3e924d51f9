package dev.godwit.it.parser;

import static dev.godwit.it.parser.PostgresNames.relation;
import static dev.godwit.it.parser.PostgresNames.text;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the actions of {@code ALTER TABLE} and the elements of {@code CREATE TABLE} in PostgreSQL's parse tree. */
final class PostgresActions {
    /** What the tree calls otherwise than the statement does. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AT_SetOptions", "SET COLUMN OPTIONS"),
            Map.entry("AT_ResetOptions", "RESET COLUMN OPTIONS"),
            Map.entry("AT_SetRelOptions", "SET OPTIONS"),
            Map.entry("AT_ResetRelOptions", "RESET OPTIONS"),
            Map.entry("AT_AlterColumnType", "CHANGE TYPE"),
            Map.entry("AT_AlterColumnGenericOptions", "FOREIGN COLUMN OPTIONS"),
            Map.entry("AT_GenericOptions", "FOREIGN OPTIONS"),
            Map.entry("AT_ChangeOwner", "OWNER"),
            Map.entry("AT_DropCluster", "SET WITHOUT CLUSTER"),
            Map.entry("AT_SetUnLogged", "SET UNLOGGED"),
            Map.entry("AT_DropOids", "SET WITHOUT OIDS"),
            Map.entry("AT_SetTableSpace", "SET TABLESPACE"),
            Map.entry("AT_EnableTrig", "ENABLE TRIGGER"),
            Map.entry("AT_EnableAlwaysTrig", "ENABLE ALWAYS TRIGGER"),
            Map.entry("AT_EnableReplicaTrig", "ENABLE REPLICA TRIGGER"),
            Map.entry("AT_DisableTrig", "DISABLE TRIGGER"),
            Map.entry("AT_EnableTrigAll", "ENABLE TRIGGER ALL"),
            Map.entry("AT_DisableTrigAll", "DISABLE TRIGGER ALL"),
            Map.entry("AT_EnableTrigUser", "ENABLE TRIGGER USER"),
            Map.entry("AT_DisableTrigUser", "DISABLE TRIGGER USER"),
            Map.entry("AT_AddInherit", "INHERIT"),
            Map.entry("AT_DropInherit", "NO INHERIT"),
            Map.entry("AT_AddOf", "OF"),
            Map.entry("AT_DropOf", "NOT OF"));

    private PostgresActions() {}

    /** Reads one {@code AlterTableCmd}. */
    static JudgedAction action(JsonNode command) {
        String subtype = text(command, "subtype");
        JsonNode definition = command.path("def");
        return switch (subtype) {
            case "AT_AddColumn" -> element("ADD ", definition);
            case "AT_ColumnDefault" ->
                new JudgedAction(definition.isMissingNode() ? "DROP DEFAULT" : "SET DEFAULT", column(command), "");
            case "AT_AlterColumnType" ->
                new JudgedAction(
                        "CHANGE TYPE",
                        column(command),
                        PostgresTypes.spelled(definition.path("ColumnDef").path("typeName")));
            case "AT_AddConstraint" -> element("ADD ", definition);
            case "AT_AlterConstraint" ->
                new JudgedAction("ALTER CONSTRAINT", text(definition.path("ATAlterConstraint"), "conname"), "");
            case "AT_AddInherit", "AT_DropInherit" ->
                new JudgedAction(words(subtype), relation(definition.path("RangeVar")), "");
            case "AT_AddOf" -> new JudgedAction("OF", "", PostgresTypes.spelled(definition.path("TypeName")));
            case "AT_AttachPartition", "AT_DetachPartition", "AT_DetachPartitionFinalize" ->
                new JudgedAction(
                        words(subtype), relation(definition.path("PartitionCmd").path("name")), "");
            case "AT_ReplicaIdentity" -> replicaIdentity(definition.path("ReplicaIdentityStmt"));
            default -> new JudgedAction(words(subtype), column(command), "");
        };
    }

    private static JudgedAction replicaIdentity(JsonNode identity) {
        String sort = switch (text(identity, "identity_type")) {
            case "n" -> "NOTHING";
            case "f" -> "FULL";
            case "i" -> "INDEX";
            default -> "DEFAULT";
        };
        return new JudgedAction("REPLICA IDENTITY", text(identity, "name"), sort);
    }

    private static String column(JsonNode command) {
        return command.has("num") ? command.path("num").asString("") : text(command, "name");
    }

    private static String words(String subtype) {
        String known = WORDS.get(subtype);
        return known != null
                ? known
                : subtype.substring("AT_".length())
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toUpperCase(Locale.ROOT);
    }

    /** Reads a column, a constraint or a LIKE clause; {@code prefix} is put before what it is. */
    static JudgedAction element(String prefix, JsonNode element) {
        if (element.has("ColumnDef")) {
            JsonNode column = element.path("ColumnDef");
            return new JudgedAction(
                    prefix + "COLUMN", text(column, "colname"), PostgresTypes.spelled(column.path("typeName")));
        }
        if (element.has("TableLikeClause")) {
            return new JudgedAction(
                    prefix + "LIKE", relation(element.path("TableLikeClause").path("relation")), "");
        }
        JsonNode constraint = element.path("Constraint");
        return new JudgedAction(
                prefix + "CONSTRAINT", text(constraint, "conname"), constraintSort(text(constraint, "contype")));
    }

    private static String constraintSort(String type) {
        return switch (type) {
            case "CONSTR_PRIMARY" -> "PRIMARY KEY";
            case "CONSTR_FOREIGN" -> "FOREIGN KEY";
            case "CONSTR_EXCLUSION" -> "EXCLUDE";
            case "CONSTR_NOTNULL" -> "NOT NULL";
            default -> type.substring("CONSTR_".length());
        };
    }
}
