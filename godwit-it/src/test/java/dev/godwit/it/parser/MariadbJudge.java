package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Debezium's grammar of MariaDB as judge: its parse tree, said in the words of {@link Judged}. */
final class MariadbJudge implements Judge {
    @Override
    public Verdict judge(String sql) {
        try {
            return new Verdict.Read(statement(DebeziumGrammar.MARIADB.parse(sql)));
        } catch (DebeziumGrammar.RefusedException e) {
            return new Verdict.Refused(String.valueOf(e.getMessage()));
        }
    }

    // The grammar takes the query of CREATE TABLE … SELECT for a statement of its own: the first one counts.
    private static Judged statement(GrammarNode root) {
        GrammarNode statement = root.first("sqlStatement")
                .map(first -> first.children().getLast().children().getFirst())
                .orElseThrow(() -> new IllegalStateException("no statement in " + root));
        String rule = statement.rule();
        return switch (rule) {
            case "renameTable" ->
                new Judged("RENAME", "TABLE", MysqlNames.pairs(statement, "renameTableClause"), List.of());
            case "truncateTable" -> new Judged("TRUNCATE", "TABLE", MysqlNames.of(statement, "tableName"), List.of());
            case "createTable" -> new Judged("CREATE", "TABLE", table(statement), elements(statement));
            case "alterTable" -> new Judged("ALTER", "TABLE", table(statement), MariadbActions.of(statement));
            case "dropTable" -> new Judged("DROP", "TABLE", MysqlNames.of(statement, "tableName"), List.of());
            case "createUdfunction" ->
                new Judged("CREATE", "FUNCTION", MysqlNames.of(statement, "uid").subList(0, 1), List.of());
            case "createUser",
                    "alterUser",
                    "dropUser",
                    "renameUser",
                    "grantStatement",
                    "revokeStatement",
                    "grantProxy",
                    "revokeProxy" -> MysqlAccounts.mariadb(statement);
            case "alterDatabase" -> new Judged("ALTER", "DATABASE", database(statement), List.of());
            default -> rule.matches("(create|alter|drop)[A-Z].*") ? definition(statement) : MysqlOthers.read(statement);
        };
    }

    // The grammar takes the first word of the options for the name that was left out.
    private static List<String> database(GrammarNode statement) {
        return statement.child("uid").map(GrammarNode::name).stream()
                .filter(name -> !name.equalsIgnoreCase("DEFAULT"))
                .toList();
    }

    private static List<String> table(GrammarNode statement) {
        return MysqlNames.of(statement, "tableName").subList(0, 1);
    }

    private static List<JudgedAction> elements(GrammarNode create) {
        if (create.words().contains("LIKE")) {
            return List.of(
                    new JudgedAction("LIKE", MysqlNames.of(create, "tableName").getLast(), ""));
        }
        return create.child("createDefinitions").stream()
                .flatMap(list -> MariadbElements.list("", list))
                .toList();
    }

    private static Judged definition(GrammarNode statement) {
        String kind = statement
                .rule()
                .replaceFirst("^(create|alter|drop)", "")
                .replaceFirst("Innodb$|Ndb$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
        List<String> names = switch (kind) {
            case "INDEX" ->
                Stream.concat(
                                MysqlNames.of(statement, "uid").stream().limit(1),
                                MysqlNames.of(statement, "tableName").stream())
                        .limit(2)
                        .toList();
            case "TRIGGER" ->
                Stream.concat(
                                MysqlNames.of(statement, "fullId").stream().limit(1),
                                MysqlNames.of(statement, "tableName").stream().limit(1))
                        .toList();
            case "VIEW", "SEQUENCE" ->
                statement.rule().startsWith("drop")
                        ? MysqlNames.of(statement, "fullId")
                        : MysqlNames.of(statement, "fullId").subList(0, 1);
            case "ROLE" -> MysqlAccounts.users(statement, "roleName");
            case "INSTANCE" -> List.of();
            default ->
                MysqlNames.of(statement, "fullId", "uid").stream().limit(1).toList();
        };
        List<JudgedAction> actions = statement.is("alterSequence")
                ? List.of(new JudgedAction("SEQUENCE OPTIONS", "", ""))
                : viewColumns(statement);
        return new Judged(statement.words().getFirst(), kind, names, actions);
    }

    private static List<JudgedAction> viewColumns(GrammarNode statement) {
        return statement.child("uidList").stream()
                .flatMap(list -> list.all("uid"))
                .map(column -> new JudgedAction("COLUMN", column.name(), ""))
                .toList();
    }
}
