package dev.godwit.it.parser;

import static dev.godwit.it.parser.PostgresJudge.judged;
import static dev.godwit.it.parser.PostgresJudge.kind;
import static dev.godwit.it.parser.PostgresNames.dotted;
import static dev.godwit.it.parser.PostgresNames.elements;
import static dev.godwit.it.parser.PostgresNames.relation;
import static dev.godwit.it.parser.PostgresNames.relations;
import static dev.godwit.it.parser.PostgresNames.role;
import static dev.godwit.it.parser.PostgresNames.text;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The statements of PostgreSQL's parse tree of which only verb, kind and names are compared. */
final class PostgresStatements {
    private PostgresStatements() {}

    static Judged read(String type, JsonNode node) {
        return switch (type) {
            case "SelectStmt" -> judged("SELECT", "", List.of());
            case "InsertStmt" -> dml("INSERT", node);
            case "UpdateStmt" -> dml("UPDATE", node);
            case "DeleteStmt" -> dml("DELETE", node);
            case "MergeStmt" -> dml("MERGE", node);
            case "CopyStmt" -> dml("COPY", node);
            case "CallStmt" ->
                judged("CALL", "", List.of(dotted(node.path("funccall").path("funcname"))));
            case "DoStmt" -> judged("DO", "", List.of());
            case "ExplainStmt" -> judged("EXPLAIN", "", List.of());
            case "PrepareStmt" -> judged("PREPARE", "", List.of());
            case "ExecuteStmt" -> named("EXECUTE", "", node, "name");
            case "DeallocateStmt" -> judged("DEALLOCATE", "", List.of());
            case "DeclareCursorStmt" -> named("DECLARE", "", node, "portalname");
            case "ClosePortalStmt" -> named("CLOSE", "", node, "portalname");
            case "FetchStmt" -> named(node.path("ismove").asBoolean(false) ? "MOVE" : "FETCH", "", node, "portalname");
            case "ListenStmt" -> named("LISTEN", "", node, "conditionname");
            case "UnlistenStmt" -> named("UNLISTEN", "", node, "conditionname");
            case "NotifyStmt" -> named("NOTIFY", "", node, "conditionname");
            case "LoadStmt" -> judged("LOAD", "", List.of());
            case "CheckPointStmt" -> judged("CHECKPOINT", "", List.of());
            case "DiscardStmt" -> judged("DISCARD", "", List.of());
            case "TransactionStmt" -> transaction(node);
            case "VariableSetStmt" -> setting(node);
            case "VariableShowStmt" -> named("SHOW", "", node, "name");
            case "ConstraintsSetStmt" -> judged("SET", "", List.of("constraints"));
            case "LockStmt" -> judged("LOCK", "", relations(node.path("relations")));
            case "TruncateStmt" -> judged("TRUNCATE", "TABLE", relations(node.path("relations")));
            case "VacuumStmt" ->
                judged(
                        node.path("is_vacuumcmd").asBoolean(false) ? "VACUUM" : "ANALYZE",
                        "",
                        elements(node.path("rels"))
                                .map(table ->
                                        relation(table.path("VacuumRelation").path("relation")))
                                .toList());
            case "ClusterStmt" -> judged("CLUSTER", "", List.of(relation(node.path("relation"))));
            case "ReindexStmt" ->
                judged(
                        "REINDEX",
                        text(node, "kind").replaceFirst("^REINDEX_OBJECT_", ""),
                        List.of(node.has("relation") ? relation(node.path("relation")) : text(node, "name")));
            case "RefreshMatViewStmt" ->
                judged("REFRESH", "MATERIALIZED VIEW", List.of(relation(node.path("relation"))));
            case "ReassignOwnedStmt" -> judged("REASSIGN", "OWNED", roles(node.path("roles")));
            case "DropOwnedStmt" -> judged("DROP", "OWNED", roles(node.path("roles")));
            case "ImportForeignSchemaStmt" -> named("IMPORT", "FOREIGN SCHEMA", node, "remote_schema");
            default -> type.startsWith("Create") ? create(type, node) : other(type, node);
        };
    }

    private static Judged dml(String verb, JsonNode node) {
        return judged(verb, "", List.of(relation(node.path("relation"))));
    }

    private static Judged named(String verb, String kind, JsonNode node, String field) {
        return judged(verb, kind, List.of(text(node, field)));
    }

    private static List<String> roles(JsonNode roles) {
        return elements(roles).map(named -> role(named.path("RoleSpec"))).toList();
    }

    private static Judged transaction(JsonNode node) {
        String verb = text(node, "kind").replaceFirst("^TRANS_STMT_", "").replace('_', ' ');
        return switch (verb) {
            case "START" -> judged("BEGIN", "", List.of());
            case "PREPARE" -> judged("PREPARE TRANSACTION", "", List.of());
            default -> judged(verb, "", List.of());
        };
    }

    private static Judged setting(JsonNode node) {
        String name = text(node, "name");
        return switch (text(node, "kind")) {
            case "VAR_RESET_ALL" -> judged("SET", "", List.of("all"));
            default -> judged("SET", "", List.of(name.toLowerCase(Locale.ROOT)));
        };
    }

    private static Judged create(String type, JsonNode node) {
        return switch (type) {
            case "CreateFunctionStmt" ->
                judged(
                        "CREATE",
                        node.path("is_procedure").asBoolean(false) ? "PROCEDURE" : "FUNCTION",
                        List.of(dotted(node.path("funcname"))));
            case "CreateTrigStmt" -> onTable("CREATE", "TRIGGER", text(node, "trigname"), node.path("relation"));
            case "CreatePolicyStmt" -> onTable("CREATE", "POLICY", text(node, "policy_name"), node.path("table"));
            // Without a name it gets that of its owner.
            case "CreateSchemaStmt" ->
                judged(
                        "CREATE",
                        "SCHEMA",
                        List.of(node.has("schemaname") ? text(node, "schemaname") : role(node.path("authrole"))));
            case "CreateStatsStmt" -> judged("CREATE", "STATISTICS", List.of(dotted(node.path("defnames"))));
            case "CreateSeqStmt" -> judged("CREATE", "SEQUENCE", List.of(relation(node.path("sequence"))));
            case "CreateDomainStmt" ->
                judged(
                        "CREATE",
                        "DOMAIN",
                        List.of(dotted(node.path("domainname"))),
                        List.of(new JudgedAction("COLUMN", "", PostgresTypes.spelled(node.path("typeName")))));
            case "CreateEnumStmt", "CreateRangeStmt" ->
                judged("CREATE", "TYPE", List.of(dotted(node.path("typeName"))));
            case "CreateRoleStmt" -> named("CREATE", "ROLE", node, "role");
            case "CreatePublicationStmt" -> named("CREATE", "PUBLICATION", node, "pubname");
            case "CreateSubscriptionStmt" -> named("CREATE", "SUBSCRIPTION", node, "subname");
            case "CreateExtensionStmt" -> named("CREATE", "EXTENSION", node, "extname");
            case "CreateEventTrigStmt" -> named("CREATE", "EVENT TRIGGER", node, "trigname");
            case "CreateFdwStmt" -> named("CREATE", "FOREIGN DATA WRAPPER", node, "fdwname");
            case "CreateForeignServerStmt" -> named("CREATE", "SERVER", node, "servername");
            case "CreateTableSpaceStmt" -> named("CREATE", "TABLESPACE", node, "tablespacename");
            case "CreateAmStmt" -> named("CREATE", "ACCESS METHOD", node, "amname");
            case "CreatePLangStmt" -> named("CREATE", "LANGUAGE", node, "plname");
            case "CreatedbStmt" -> named("CREATE", "DATABASE", node, "dbname");
            case "CreateConversionStmt" ->
                judged("CREATE", "CONVERSION", List.of(dotted(node.path("conversion_name"))));
            case "CreateOpClassStmt" -> judged("CREATE", "OPERATOR CLASS", List.of(dotted(node.path("opclassname"))));
            case "CreateOpFamilyStmt" ->
                judged("CREATE", "OPERATOR FAMILY", List.of(dotted(node.path("opfamilyname"))));
            case "CreateUserMappingStmt" -> judged("CREATE", "USER MAPPING", List.of(role(node.path("user"))));
            case "CreateCastStmt" -> judged("CREATE", "CAST", List.of());
            case "CreateTransformStmt" -> judged("CREATE", "TRANSFORM", List.of());
            default -> throw new IllegalStateException("no judgement of " + type);
        };
    }

    private static Judged onTable(String verb, String kind, String name, JsonNode table) {
        return judged(verb, kind, List.of(name, relation(table)));
    }

    private static Judged other(String type, JsonNode node) {
        return switch (type) {
            case "IndexStmt" -> onTable("CREATE", "INDEX", text(node, "idxname"), node.path("relation"));
            case "ViewStmt" ->
                judged(
                        "CREATE",
                        "VIEW",
                        List.of(relation(node.path("view"))),
                        PostgresNames.parts(node.path("aliases")).stream()
                                .map(name -> new JudgedAction("COLUMN", name, ""))
                                .toList());
            case "RuleStmt" -> onTable("CREATE", "RULE", text(node, "rulename"), node.path("relation"));
            case "DropRoleStmt" -> judged("DROP", "ROLE", roles(node.path("roles")));
            case "DropdbStmt" -> named("DROP", "DATABASE", node, "dbname");
            case "DropTableSpaceStmt" -> named("DROP", "TABLESPACE", node, "tablespacename");
            case "DropSubscriptionStmt" -> named("DROP", "SUBSCRIPTION", node, "subname");
            case "DropUserMappingStmt" -> judged("DROP", "USER MAPPING", List.of(role(node.path("user"))));
            default -> alter(type, node);
        };
    }

    private static Judged alter(String type, JsonNode node) {
        return switch (type) {
            case "AlterTableMoveAllStmt" -> judged("ALTER", kind(node, "objtype"), List.of());
            case "AlterSeqStmt" ->
                judged(
                        "ALTER",
                        "SEQUENCE",
                        List.of(relation(node.path("sequence"))),
                        List.of(new JudgedAction("SEQUENCE OPTIONS", "", "")));
            case "AlterFunctionStmt" ->
                judged(
                        "ALTER",
                        kind(node, "objtype"),
                        List.of(dotted(node.path("func").path("objname"))));
            case "AlterTypeStmt" ->
                judged(
                        "ALTER",
                        "TYPE",
                        List.of(dotted(node.path("typeName"))),
                        List.of(new JudgedAction("SET PROPERTIES", "", "")));
            case "AlterPolicyStmt" -> onTable("ALTER", "POLICY", text(node, "policy_name"), node.path("table"));
            case "AlterPublicationStmt" -> named("ALTER", "PUBLICATION", node, "pubname");
            case "AlterSubscriptionStmt" -> named("ALTER", "SUBSCRIPTION", node, "subname");
            case "AlterStatsStmt" -> judged("ALTER", "STATISTICS", List.of(dotted(node.path("defnames"))));
            case "AlterRoleStmt", "AlterRoleSetStmt" -> judged("ALTER", "ROLE", List.of(role(node.path("role"))));
            case "AlterDatabaseStmt", "AlterDatabaseSetStmt", "AlterDatabaseRefreshCollStmt" ->
                named("ALTER", "DATABASE", node, "dbname");
            case "AlterSystemStmt" -> judged("ALTER", "SYSTEM", List.of());
            case "AlterDefaultPrivilegesStmt" -> judged("ALTER", "DEFAULT PRIVILEGES", List.of());
            case "AlterExtensionStmt", "AlterExtensionContentsStmt" -> named("ALTER", "EXTENSION", node, "extname");
            case "AlterEventTrigStmt" -> named("ALTER", "EVENT TRIGGER", node, "trigname");
            case "AlterFdwStmt" -> named("ALTER", "FOREIGN DATA WRAPPER", node, "fdwname");
            case "AlterForeignServerStmt" -> named("ALTER", "SERVER", node, "servername");
            case "AlterUserMappingStmt" -> judged("ALTER", "USER MAPPING", List.of(role(node.path("user"))));
            case "AlterTableSpaceOptionsStmt" -> named("ALTER", "TABLESPACE", node, "tablespacename");
            case "AlterOperatorStmt" ->
                judged("ALTER", "OPERATOR", List.of(dotted(node.path("opername").path("objname"))));
            case "AlterOpFamilyStmt" -> judged("ALTER", "OPERATOR FAMILY", List.of(dotted(node.path("opfamilyname"))));
            case "AlterCollationStmt" -> judged("ALTER", "COLLATION", List.of(dotted(node.path("collname"))));
            case "AlterTSDictionaryStmt" ->
                judged("ALTER", "TEXT SEARCH DICTIONARY", List.of(dotted(node.path("dictname"))));
            case "AlterTSConfigurationStmt" ->
                judged("ALTER", "TEXT SEARCH CONFIGURATION", List.of(dotted(node.path("cfgname"))));
            default -> throw new IllegalStateException("no judgement of " + type);
        };
    }
}
