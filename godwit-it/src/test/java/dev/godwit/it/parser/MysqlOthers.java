package dev.godwit.it.parser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what is no definition in the parse trees of MySQL and MariaDB: of it, the verb and the names are compared. */
final class MysqlOthers {
    private static final Set<String> SCOPES =
            Set.of("SESSION", "GLOBAL", "LOCAL", "PERSIST", "PERSIST_ONLY", "@@SESSION.", "@@GLOBAL.");

    private MysqlOthers() {}

    static Judged read(GrammarNode statement) {
        List<String> tokens = statement.tokens();
        String verb = tokens.getFirst().toUpperCase(Locale.ROOT);
        List<String> tables = MysqlNames.of(statement, "tableAliasRefList", "tableRef", "tableName");
        return switch (verb) {
            case "SELECT", "WITH", "VALUES", "TABLE", "(" -> judged("SELECT", List.of());
            case "FLUSH" -> judged(verb, tables.isEmpty() ? flushed(statement) : tables);
            case "INSERT", "REPLACE", "UPDATE", "DELETE", "LOAD" ->
                judged(verb, tables.stream().limit(1).toList());
            case "EXECUTE" ->
                judged(
                        verb,
                        MysqlNames.of(statement, "identifier", "uid").stream()
                                .limit(1)
                                .toList());
            case "CALL" ->
                judged(
                        verb,
                        MysqlNames.of(statement, "procedureRef", "fullId").stream()
                                .limit(1)
                                .toList());
            case "OPTIMIZE", "ANALYZE", "CHECK", "REPAIR", "CHECKSUM", "LOCK" -> judged(verb, tables);
            case "START" -> judged(isWord(tokens, 1, "TRANSACTION") ? "BEGIN" : verb, List.of());
            case "ROLLBACK" ->
                judged(isWord(tokens, 1, "TO") || isWord(tokens, 2, "TO") ? "ROLLBACK TO" : verb, List.of());
            case "SET" -> judged(verb, Stream.of(variable(tokens)).toList());
            default -> judged(verb, List.of());
        };
    }

    private static Judged judged(String verb, List<String> names) {
        return new Judged(verb, "", names, List.of());
    }

    private static List<String> flushed(GrammarNode statement) {
        return statement
                .below("flushTables")
                .flatMap(tables -> tables.below("identifier"))
                .map(GrammarNode::name)
                .toList();
    }

    private static boolean isWord(List<String> tokens, int index, String word) {
        return index < tokens.size() && tokens.get(index).equalsIgnoreCase(word);
    }

    private static String variable(List<String> tokens) {
        return tokens.stream()
                .skip(1)
                .filter(token -> !SCOPES.contains(token.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
