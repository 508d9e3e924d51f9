package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the actions of ALTER TABLE in a parse tree of MySQL. */
final class MysqlActions {
    private MysqlActions() {}

    static List<JudgedAction> of(GrammarNode alter) {
        List<JudgedAction> actions = new ArrayList<>();
        alter.child("alterTableActions").ifPresent(all -> collect(all, actions));
        return actions;
    }

    private static void collect(GrammarNode node, List<JudgedAction> actions) {
        switch (node.rule()) {
            case "alterListItem" -> item(node).forEach(actions::add);
            case "createTableOption" -> actions.add(option(node));
            case "alterAlgorithmOption" -> actions.add(modifier("ALGORITHM", node));
            case "alterLockOption" -> actions.add(modifier("LOCK", node));
            case "withValidation" -> actions.add(new JudgedAction(node.phrase(), "", ""));
            case "alterPartition" -> actions.add(partition(node));
            case "partitionClause" -> partitioning(node, actions);
            case "removePartitioning" -> actions.add(new JudgedAction("REMOVE PARTITIONING", "", ""));
            case "standaloneAlterCommands" -> {
                if (node.words().isEmpty()) {
                    node.children().forEach(child -> collect(child, actions));
                } else {
                    actions.add(new JudgedAction(String.join(" ", node.words()), "", ""));
                }
            }
            default -> node.children().forEach(child -> collect(child, actions));
        }
    }

    private static JudgedAction modifier(String kind, GrammarNode node) {
        List<String> tokens = node.tokens();
        return new JudgedAction(kind, "", tokens.getLast().toUpperCase(Locale.ROOT));
    }

    // The grammar takes two words that it does not know for an option with its value.
    private static JudgedAction option(GrammarNode node) {
        String phrase = node.phrase();
        return switch (phrase) {
            case "DISCARD TABLESPACE", "IMPORT TABLESPACE", "REMOVE PARTITIONING", "UPGRADE PARTITIONING" ->
                new JudgedAction(phrase, "", "");
            default -> new JudgedAction("OPTION", MysqlOptions.name(node.tokens()), "");
        };
    }

    // No name stands for ALL.
    private static JudgedAction partition(GrammarNode node) {
        List<String> words = node.words();
        String kind = String.join(" ", words.subList(0, Math.min(2, words.size())));
        String names = Stream.of("identifierList", "allOrPartitionNameList", "identifier")
                .flatMap(rule -> node.child(rule).stream())
                .flatMap(list -> list.is("identifier") ? Stream.of(list) : list.below("identifier"))
                .map(GrammarNode::name)
                .collect(Collectors.joining(","));
        return new JudgedAction(kind, names, "");
    }

    // Beside the real clause, the grammar takes the rest of ADD PARTITION or IMPORT PARTITION behind other actions for
    // one.
    private static void partitioning(GrammarNode node, List<JudgedAction> actions) {
        if (node.words().contains("BY")) {
            actions.add(new JudgedAction("PARTITION BY", "", ""));
        }
    }

    private static Stream<JudgedAction> item(GrammarNode item) {
        List<String> words = item.words();
        return switch (words.getFirst()) {
            case "ADD" -> add(item);
            case "CHANGE" ->
                Stream.of(new JudgedAction(
                        "CHANGE COLUMN",
                        name(item, "columnInternalRef"),
                        name(item, "identifier") + " " + MysqlElements.type(item)));
            case "MODIFY" -> Stream.of(MysqlElements.column("MODIFY COLUMN", item, "columnInternalRef"));
            case "DROP" -> Stream.of(drop(item, words));
            case "ALTER" -> Stream.of(alter(item, words));
            case "RENAME" -> Stream.of(rename(item, words));
            case "CONVERT" -> Stream.of(new JudgedAction("CONVERT TO", "", ""));
            case "ORDER" -> Stream.of(new JudgedAction("ORDER BY", "", ""));
            default -> Stream.of(new JudgedAction(String.join(" ", words), "", ""));
        };
    }

    private static Stream<JudgedAction> add(GrammarNode item) {
        if (item.child("tableElementList").isPresent()) {
            return item.all("tableElementList").flatMap(list -> MysqlElements.list("ADD ", list));
        }
        return item
                .child("tableConstraintDef")
                .map(definition -> MysqlElements.constraint("ADD ", definition))
                .or(() -> Optional.of(MysqlElements.column("ADD COLUMN", item, "identifier")))
                .stream();
    }

    private static JudgedAction drop(GrammarNode item, List<String> words) {
        if (words.contains("PRIMARY")) {
            return new JudgedAction("DROP PRIMARY KEY", "", "");
        }
        if (words.contains("FOREIGN")) {
            return new JudgedAction("DROP FOREIGN KEY", name(item, "columnInternalRef"), "");
        }
        if (item.child("keyOrIndex").isPresent()) {
            return new JudgedAction("DROP INDEX", name(item, "indexRef"), "");
        }
        if (words.contains("CHECK") || words.contains("CONSTRAINT")) {
            return new JudgedAction("DROP CONSTRAINT", name(item, "identifier"), "");
        }
        return new JudgedAction("DROP COLUMN", name(item, "columnInternalRef"), "");
    }

    private static JudgedAction alter(GrammarNode item, List<String> words) {
        String visibility = item.child("visibility").map(GrammarNode::phrase).orElse("");
        if (words.contains("INDEX")) {
            return new JudgedAction("ALTER INDEX", name(item, "indexRef"), visibility);
        }
        if (words.contains("CHECK") || words.contains("CONSTRAINT")) {
            return new JudgedAction("ALTER CONSTRAINT", name(item, "identifier"), "");
        }
        String column = name(item, "columnInternalRef");
        if (!visibility.isEmpty()) {
            return new JudgedAction("SET " + visibility, column, "");
        }
        return new JudgedAction(words.contains("DROP") ? "DROP DEFAULT" : "SET DEFAULT", column, "");
    }

    private static JudgedAction rename(GrammarNode item, List<String> words) {
        if (words.contains("COLUMN")) {
            return new JudgedAction("RENAME COLUMN", name(item, "columnInternalRef"), name(item, "identifier"));
        }
        if (item.child("keyOrIndex").isPresent()) {
            return new JudgedAction("RENAME INDEX", name(item, "indexRef"), name(item, "indexName"));
        }
        return new JudgedAction("RENAME", "", name(item, "tableName"));
    }

    private static String name(GrammarNode item, String rule) {
        return item.child(rule).map(GrammarNode::name).orElse("");
    }
}
