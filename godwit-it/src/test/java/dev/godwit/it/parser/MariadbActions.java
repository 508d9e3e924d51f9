package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the actions of ALTER TABLE in a parse tree of MariaDB. */
final class MariadbActions {
    private MariadbActions() {}

    static List<JudgedAction> of(GrammarNode alter) {
        List<JudgedAction> actions = new ArrayList<>(
                alter.all("alterSpecification").flatMap(MariadbActions::action).toList());
        if (alter.child("partitionDefinitions").isPresent()) {
            actions.add(new JudgedAction("PARTITION BY", "", ""));
        }
        return actions;
    }

    private static Stream<JudgedAction> action(GrammarNode action) {
        if (action.child("tableOption").isPresent()) {
            return action.all("tableOption")
                    .map(option -> new JudgedAction("OPTION", MysqlOptions.name(option.tokens()), ""));
        }
        if (action.child("alterPartitionSpecification").isPresent()) {
            return action.child("alterPartitionSpecification").stream().map(MariadbActions::partition);
        }
        List<String> words = action.words();
        return switch (words.getFirst()) {
            case "ADD" -> add(action);
            case "CHANGE" ->
                Stream.of(new JudgedAction(
                        "CHANGE COLUMN", name(action, 0), name(action, 1) + " " + MariadbElements.type(action)));
            case "MODIFY" ->
                Stream.of(new JudgedAction("MODIFY COLUMN", name(action, 0), MariadbElements.type(action)));
            case "DROP" -> Stream.of(drop(action, words));
            case "ALTER" -> Stream.of(alter(action, words));
            case "RENAME" -> Stream.of(rename(action, words));
            case "ALGORITHM", "LOCK" -> Stream.of(new JudgedAction(words.getFirst(), "", words.getLast()));
            case "CONVERT" -> Stream.of(new JudgedAction("CONVERT TO", "", ""));
            case "ORDER" -> Stream.of(new JudgedAction("ORDER BY", "", ""));
            case "DEFAULT", "CHARACTER" -> Stream.of(new JudgedAction("OPTION", "CHARSET", ""));
            default -> Stream.of(new JudgedAction(String.join(" ", words), "", ""));
        };
    }

    private static JudgedAction partition(GrammarNode action) {
        List<String> words = action.words();
        String kind = String.join(" ", words.subList(0, 2));
        // No name stands for ALL.
        String names = action.children().stream()
                .filter(child -> child.is("uidList") || child.is("uid"))
                .flatMap(child -> child.is("uid") ? Stream.of(child) : child.all("uid"))
                .map(GrammarNode::name)
                .collect(Collectors.joining(","));
        return new JudgedAction(kind, names, "");
    }

    private static Stream<JudgedAction> add(GrammarNode action) {
        if (action.child("createDefinition").isPresent()) {
            return MariadbElements.list("ADD ", action);
        }
        List<GrammarNode> columns = action.all("columnDefinition").toList();
        if (columns.isEmpty()) {
            return Stream.of(MariadbElements.constraint("ADD ", action));
        }
        List<GrammarNode> names = action.all("uid").toList();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> MariadbElements.column("ADD COLUMN", names.get(i), columns.get(i)));
    }

    private static JudgedAction drop(GrammarNode action, List<String> words) {
        if (words.contains("PRIMARY")) {
            return new JudgedAction("DROP PRIMARY KEY", "", "");
        }
        if (words.contains("FOREIGN")) {
            return new JudgedAction("DROP FOREIGN KEY", name(action, 0), "");
        }
        if (words.contains("INDEX") || words.contains("KEY")) {
            return new JudgedAction("DROP INDEX", name(action, 0), "");
        }
        if (words.contains("CHECK") || words.contains("CONSTRAINT")) {
            return new JudgedAction("DROP CONSTRAINT", name(action, 0), "");
        }
        return new JudgedAction("DROP COLUMN", name(action, 0), "");
    }

    private static JudgedAction alter(GrammarNode action, List<String> words) {
        if (words.contains("INDEX") || words.contains("KEY")) {
            int last = words.indexOf("NOT") > 0 ? words.indexOf("NOT") : words.size() - 1;
            return new JudgedAction(
                    "ALTER INDEX", name(action, 0), String.join(" ", words.subList(last, words.size())));
        }
        return new JudgedAction(words.contains("DROP") ? "DROP DEFAULT" : "SET DEFAULT", name(action, 0), "");
    }

    private static JudgedAction rename(GrammarNode action, List<String> words) {
        if (words.contains("COLUMN")) {
            return new JudgedAction("RENAME COLUMN", name(action, 0), name(action, 1));
        }
        if (words.contains("INDEX") || words.contains("KEY")) {
            return new JudgedAction("RENAME INDEX", name(action, 0), name(action, 1));
        }
        return new JudgedAction(
                "RENAME",
                "",
                action.child("fullId", "uid").map(GrammarNode::name).orElse(""));
    }

    private static String name(GrammarNode action, int number) {
        List<GrammarNode> names = action.all("uid").toList();
        return names.size() > number ? names.get(number).name() : "";
    }
}
