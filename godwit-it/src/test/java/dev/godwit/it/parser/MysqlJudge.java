package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Debezium's grammar of MySQL as judge: its parse tree, said in the words of {@link Judged}. */
final class MysqlJudge implements Judge {
    /** The rule below {@code CREATE}, {@code ALTER} or {@code DROP}: the kind, and the rule that holds the name. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Database", "DATABASE"),
            Map.entry("Table", "TABLE"),
            Map.entry("View", "VIEW"),
            Map.entry("Trigger", "TRIGGER"),
            Map.entry("Procedure", "PROCEDURE"),
            Map.entry("Function", "FUNCTION"),
            Map.entry("Udf", "FUNCTION"),
            Map.entry("Event", "EVENT"),
            Map.entry("Index", "INDEX"),
            Map.entry("Server", "SERVER"),
            Map.entry("Tablespace", "TABLESPACE"),
            Map.entry("TableSpace", "TABLESPACE"),
            Map.entry("UndoTablespace", "UNDO TABLESPACE"),
            Map.entry("LogfileGroup", "LOGFILE GROUP"),
            Map.entry("Role", "ROLE"),
            Map.entry("SpatialReference", "SPATIAL REFERENCE SYSTEM"),
            Map.entry("InstanceStatement", "INSTANCE"));

    private static final List<String> NAME_RULES = List.of(
            "schemaName",
            "schemaRef",
            "viewName",
            "viewRef",
            "triggerName",
            "triggerRef",
            "procedureName",
            "procedureRef",
            "functionName",
            "functionRef",
            "udfName",
            "eventName",
            "eventRef",
            "serverName",
            "serverRef",
            "tablespaceName",
            "tablespaceRef",
            "logfileGroupName",
            "logfileGroupRef",
            "indexName",
            "indexRef",
            "indexNameAndType",
            "tableName",
            "tableRef");

    @Override
    public Verdict judge(String sql) {
        try {
            return new Verdict.Read(statement(DebeziumGrammar.MYSQL.parse(sql)));
        } catch (DebeziumGrammar.RefusedException e) {
            return new Verdict.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Judged statement(GrammarNode query) {
        // BEGIN stands beside all other statements.
        GrammarNode statement = query.first("simpleStatement")
                .map(simple -> simple.children().getFirst())
                .orElse(query);
        return switch (statement.rule()) {
            case "createStatement", "alterStatement", "dropStatement" -> definition(statement);
            case "renameTableStatement" ->
                new Judged("RENAME", "TABLE", MysqlNames.pairs(statement, "renamePair"), List.of());
            case "truncateTableStatement" ->
                new Judged("TRUNCATE", "TABLE", MysqlNames.of(statement, "tableRef"), List.of());
            case "accountManagementStatement" ->
                MysqlAccounts.mysql(statement.children().getFirst());
            case "importStatement" -> new Judged("IMPORT", "TABLE", List.of(), List.of());
            case "resourceGroupManagement" -> resourceGroup(statement.children().getFirst());
            default -> MysqlOthers.read(statement);
        };
    }

    private static Judged definition(GrammarNode statement) {
        String verb = statement.words().getFirst();
        Optional<GrammarNode> object = statement.children().stream()
                .filter(child -> !child.rule().isEmpty() && !NAME_RULES.contains(child.rule()))
                .findFirst();
        boolean bare = statement.words().size() > 1;
        GrammarNode node = bare ? statement : object.orElse(statement);
        String kind = bare ? statement.words().get(1) : KINDS.get(node.rule().replaceFirst("^(create|alter|drop)", ""));
        if (kind == null) {
            throw new IllegalStateException("no judgement of " + node.rule());
        }
        return new Judged(verb, kind, names(verb, kind, node), actions(node));
    }

    private static List<String> names(String verb, String kind, GrammarNode node) {
        return switch (kind) {
            case "TABLE" ->
                verb.equals("DROP")
                        ? MysqlNames.of(node, "tableRef")
                        : MysqlNames.of(node, "tableName", "tableRef").subList(0, 1);
            case "VIEW" -> verb.equals("DROP") ? MysqlNames.of(node, "viewRef") : first(node, "viewName", "viewRef");
            case "INDEX" ->
                Stream.concat(
                                first(node, "indexName", "indexRef").stream(),
                                MysqlNames.of(node, "tableRef").stream().limit(1))
                        .toList();
            case "TRIGGER" ->
                Stream.concat(
                                first(node, "triggerName", "triggerRef").stream(),
                                MysqlNames.of(node, "tableRef").stream().limit(1))
                        .toList();
            case "ROLE" -> MysqlAccounts.users(node, "role");
            case "INSTANCE", "SPATIAL REFERENCE SYSTEM" -> List.of();
            default -> first(node, NAME_RULES.toArray(String[]::new));
        };
    }

    private static List<String> first(GrammarNode node, String... rules) {
        return Stream.of(rules)
                .flatMap(rule -> MysqlNames.of(node, rule).stream().limit(1))
                .limit(1)
                .toList();
    }

    private static List<JudgedAction> actions(GrammarNode node) {
        return switch (node.rule()) {
            case "createTable" -> MysqlElements.table(node);
            case "alterTable" -> MysqlActions.of(node);
            case "createView", "alterView" ->
                node.child("viewTail").stream()
                        .flatMap(tail -> tail.child("columnInternalRefList").stream())
                        .flatMap(list -> list.all("columnInternalRef"))
                        .map(column -> new JudgedAction("COLUMN", column.name(), ""))
                        .toList();
            default -> List.of();
        };
    }

    private static Judged resourceGroup(GrammarNode statement) {
        List<String> words = statement.words();
        String kind = words.getFirst().equals("SET") ? "" : "RESOURCE GROUP";
        List<String> names = kind.isEmpty() ? List.of() : MysqlNames.of(statement, "identifier", "resourceGroupRef");
        return new Judged(words.getFirst(), kind, names, List.of());
    }
}
