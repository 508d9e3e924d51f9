package dev.godwit.it.parser;

import static dev.godwit.it.parser.PostgresNames.dotted;
import static dev.godwit.it.parser.PostgresNames.elements;
import static dev.godwit.it.parser.PostgresNames.object;
import static dev.godwit.it.parser.PostgresNames.relation;
import static dev.godwit.it.parser.PostgresNames.text;

import dev.godwit.it.NpmFile;
import dev.godwit.it.parser.Judged.JudgedAction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL's own grammar as judge: its raw parse tree, said in the words of {@link Judged}. */
final class PostgresJudge implements Judge {
    private static final JsonMapper JSON = new JsonMapper();

    /** Kinds that the tree calls otherwise than the statement does. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("OBJECT_MATVIEW", "MATERIALIZED VIEW"),
            Map.entry("OBJECT_OPCLASS", "OPERATOR CLASS"),
            Map.entry("OBJECT_OPFAMILY", "OPERATOR FAMILY"),
            Map.entry("OBJECT_TSDICTIONARY", "TEXT SEARCH DICTIONARY"),
            Map.entry("OBJECT_TSCONFIGURATION", "TEXT SEARCH CONFIGURATION"),
            Map.entry("OBJECT_TSPARSER", "TEXT SEARCH PARSER"),
            Map.entry("OBJECT_TSTEMPLATE", "TEXT SEARCH TEMPLATE"),
            Map.entry("OBJECT_FDW", "FOREIGN DATA WRAPPER"),
            Map.entry("OBJECT_FOREIGN_SERVER", "SERVER"),
            Map.entry("OBJECT_STATISTIC_EXT", "STATISTICS"),
            Map.entry("OBJECT_LARGEOBJECT", "LARGE OBJECT"),
            Map.entry("OBJECT_PARAMETER_ACL", "PARAMETER"),
            Map.entry("OBJECT_TABCONSTRAINT", "CONSTRAINT"),
            Map.entry("OBJECT_DOMCONSTRAINT", "CONSTRAINT"));

    private static final Pattern LANGUAGE =
            Pattern.compile("\\s*CREATE\\s+[\\w\\s]*LANGUAGE", Pattern.CASE_INSENSITIVE);

    private final PostgresGrammar grammar;

    private PostgresJudge(PostgresGrammar grammar) {
        this.grammar = grammar;
    }

    /** Loads the grammar; fails with {@link NpmFile.UnavailableException} where it is not to be had. */
    static PostgresJudge load() throws IOException {
        return new PostgresJudge(PostgresGrammar.load());
    }

    @Override
    public Verdict judge(String sql) {
        try {
            JsonNode statements = JSON.readTree(grammar.parse(sql)).path("stmts");
            if (statements.size() != 1) {
                return new Verdict.Refused(statements.size() + " statements");
            }
            Map.Entry<String, JsonNode> statement =
                    statements.path(0).path("stmt").properties().iterator().next();
            return new Verdict.Read(withoutExtension(sql, read(statement.getKey(), statement.getValue())));
        } catch (PostgresGrammar.RefusedException e) {
            return new Verdict.Refused(String.valueOf(e.getMessage()));
        }
    }

    // A language without a handler is an extension to the tree.
    private static Judged withoutExtension(String sql, Judged read) {
        boolean language =
                read.kind().equals("EXTENSION") && LANGUAGE.matcher(sql).lookingAt();
        return language ? judged(read.verb(), "LANGUAGE", read.names()) : read;
    }

    private static Judged read(String type, JsonNode node) {
        return switch (type) {
            case "CreateStmt" -> createTable("TABLE", node);
            case "CreateForeignTableStmt" -> createTable("FOREIGN TABLE", node.path("base"));
            case "CreateTableAsStmt" -> createTableAs(node);
            case "CompositeTypeStmt" ->
                judged("CREATE", "TYPE", List.of(relation(node.path("typevar"))), actions("", node.path("coldeflist")));
            case "AlterTableStmt" ->
                judged(
                        "ALTER",
                        kind(node, "objtype"),
                        List.of(relation(node.path("relation"))),
                        elements(node.path("cmds"))
                                .map(command -> PostgresActions.action(command.path("AlterTableCmd")))
                                .toList());
            case "RenameStmt" -> rename(node);
            case "AlterObjectSchemaStmt" ->
                alterObject(node, new JudgedAction("SET SCHEMA", "", text(node, "newschema")));
            case "AlterOwnerStmt" -> alterObject(node, new JudgedAction("OWNER", "", ""));
            case "AlterObjectDependsStmt" -> depends(node);
            case "AlterDomainStmt" ->
                judged("ALTER", "DOMAIN", List.of(dotted(node.path("typeName"))), List.of(domainAction(node)));
            case "AlterEnumStmt" -> alterEnum(node);
            case "DropStmt" ->
                judged(
                        "DROP",
                        kind(node, "removeType"),
                        elements(node.path("objects"))
                                .flatMap(dropped -> object(text(node, "removeType"), dropped).stream())
                                .toList());
            case "CommentStmt" ->
                judged("COMMENT", kind(node, "objtype"), object(text(node, "objtype"), node.path("object")));
            case "SecLabelStmt" ->
                judged("SECURITY LABEL", kind(node, "objtype"), object(text(node, "objtype"), node.path("object")));
            case "GrantStmt" ->
                judged(
                        node.path("is_grant").asBoolean(false) ? "GRANT" : "REVOKE",
                        text(node, "targtype").equals("ACL_TARGET_ALL_IN_SCHEMA")
                                ? "ALL " + kind(node, "objtype") + "S IN SCHEMA"
                                : kind(node, "objtype"),
                        elements(node.path("objects"))
                                .flatMap(granted -> object(text(node, "objtype"), granted).stream())
                                .toList());
            case "GrantRoleStmt" ->
                judged(
                        node.path("is_grant").asBoolean(false) ? "GRANT" : "REVOKE",
                        "ROLE",
                        elements(node.path("granted_roles"))
                                .map(granted -> text(granted.path("AccessPriv"), "priv_name"))
                                .toList());
            case "DefineStmt" -> judged("CREATE", kind(node, "kind"), List.of(dotted(node.path("defnames"))));
            default -> PostgresStatements.read(type, node);
        };
    }

    static String kind(JsonNode node, String field) {
        String type = text(node, field);
        String known = KINDS.get(type);
        return known != null ? known : type.replaceFirst("^OBJECT_", "").replace('_', ' ');
    }

    static Judged judged(String verb, String kind, List<String> names) {
        return judged(verb, kind, names, List.of());
    }

    static Judged judged(String verb, String kind, List<String> names, List<JudgedAction> actions) {
        return new Judged(
                verb, kind, names.stream().filter(name -> !name.isEmpty()).toList(), actions);
    }

    private static List<JudgedAction> actions(String prefix, JsonNode elements) {
        return elements(elements)
                .map(element -> PostgresActions.element(prefix, element))
                .toList();
    }

    private static Judged createTable(String kind, JsonNode create) {
        return judged(
                "CREATE", kind, List.of(relation(create.path("relation"))), actions("", create.path("tableElts")));
    }

    private static Judged createTableAs(JsonNode create) {
        JsonNode into = create.path("into");
        List<JudgedAction> columns = PostgresNames.parts(into.path("colNames")).stream()
                .map(name -> new JudgedAction("COLUMN", name, ""))
                .toList();
        return judged("CREATE", kind(create, "objtype"), List.of(relation(into.path("rel"))), columns);
    }

    private static List<String> nameOf(String type, JsonNode node) {
        if (!node.has("relation")) {
            return object(type, node.path("object"));
        }
        // A trigger, rule or policy is named beside its table.
        return Stream.concat(
                        node.has("object")
                                ? object(type, node.path("object")).stream().limit(1)
                                : Stream.empty(),
                        Stream.of(relation(node.path("relation"))))
                .toList();
    }

    private static Judged alterObject(JsonNode node, JudgedAction action) {
        return judged("ALTER", kind(node, "objectType"), nameOf(text(node, "objectType"), node), List.of(action));
    }

    private static Judged depends(JsonNode node) {
        // Of what is no relation only the name is compared.
        boolean relation = node.has("relation") && !node.has("object");
        String kind = node.path("remove").asBoolean(false) ? "NO DEPENDS ON EXTENSION" : "DEPENDS ON EXTENSION";
        return judged(
                "ALTER",
                kind(node, "objectType"),
                nameOf(text(node, "objectType"), node),
                relation ? List.of(new JudgedAction(kind, "", "")) : List.of());
    }

    private static Judged rename(JsonNode node) {
        String type = text(node, "renameType");
        String part = text(node, "subname");
        String newName = text(node, "newname");
        return switch (type) {
            case "OBJECT_COLUMN", "OBJECT_ATTRIBUTE" ->
                judged(
                        "ALTER",
                        kind(node, "relationType"),
                        List.of(relation(node.path("relation"))),
                        List.of(new JudgedAction("RENAME COLUMN", part, newName)));
            case "OBJECT_TABCONSTRAINT" ->
                judged(
                        "ALTER",
                        "TABLE",
                        List.of(relation(node.path("relation"))),
                        List.of(new JudgedAction("RENAME CONSTRAINT", part, newName)));
            case "OBJECT_DOMCONSTRAINT" ->
                judged(
                        "ALTER",
                        "DOMAIN",
                        object("OBJECT_DOMAIN", node.path("object")),
                        List.of(new JudgedAction("RENAME CONSTRAINT", part, newName)));
            case "OBJECT_POLICY" -> judged("ALTER", "POLICY", List.of(part, relation(node.path("relation"))));
            case "OBJECT_TRIGGER", "OBJECT_RULE" ->
                judged(
                        "ALTER",
                        kind(node, "renameType"),
                        List.of(part, relation(node.path("relation"))),
                        List.of(new JudgedAction("RENAME", "", newName)));
            default ->
                judged(
                        "ALTER",
                        kind(node, "renameType"),
                        part.isEmpty() ? nameOf(type, node) : List.of(part),
                        List.of(new JudgedAction("RENAME", "", newName)));
        };
    }

    private static JudgedAction domainAction(JsonNode alter) {
        String name = text(alter, "name");
        return switch (text(alter, "subtype")) {
            case "T" -> new JudgedAction(alter.has("def") ? "SET DEFAULT" : "DROP DEFAULT", "", "");
            case "N" -> new JudgedAction("DROP NOT NULL", "", "");
            case "O" -> new JudgedAction("SET NOT NULL", "", "");
            case "C" -> PostgresActions.element("ADD ", alter.path("def"));
            case "X" -> new JudgedAction("DROP CONSTRAINT", name, "");
            default -> new JudgedAction("VALIDATE CONSTRAINT", name, "");
        };
    }

    private static Judged alterEnum(JsonNode alter) {
        String oldValue = text(alter, "oldVal");
        JudgedAction action = oldValue.isEmpty()
                ? new JudgedAction("ADD VALUE", text(alter, "newVal"), "")
                : new JudgedAction("RENAME VALUE", oldValue, text(alter, "newVal"));
        return judged("ALTER", "TYPE", List.of(dotted(alter.path("typeName"))), List.of(action));
    }
}
