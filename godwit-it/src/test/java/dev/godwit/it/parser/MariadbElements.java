package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.List;
import java.util.stream.Stream;

/** Reads the columns, constraints and indexes in a parse tree of MariaDB. */
final class MariadbElements {
    private MariadbElements() {}

    /** Reads the elements of a list; {@code prefix} is put before what each is. */
    static Stream<JudgedAction> list(String prefix, GrammarNode elements) {
        return elements.all("createDefinition").map(element -> {
            GrammarNode first = element.children().getFirst();
            return switch (first.rule()) {
                case "uid" -> column(prefix + "COLUMN", first, element);
                case "periodDefinition" -> new JudgedAction(prefix + "PERIOD", "", "");
                default -> constraint(prefix, first);
            };
        });
    }

    static JudgedAction column(String kind, GrammarNode name, GrammarNode definition) {
        return new JudgedAction(kind, name.name(), type(definition));
    }

    /** Returns the type of the first column below {@code node}. */
    static String type(GrammarNode node) {
        return node.first("dataType")
                .map(type -> MysqlTypes.spelled(type.tokens()))
                .orElse("");
    }

    /** Reads a constraint or index of which {@code node} holds the words and the names. */
    static JudgedAction constraint(String prefix, GrammarNode node) {
        List<String> words = node.words();
        boolean named = words.contains("CONSTRAINT") && follows(node, "CONSTRAINT");
        List<String> names = node.all("uid").map(GrammarNode::name).toList();
        String constraint = named ? names.getFirst() : "";
        String index = names.size() > (named ? 1 : 0) ? names.getLast() : "";
        if (words.contains("PRIMARY")) {
            return new JudgedAction(prefix + "CONSTRAINT", constraint, "PRIMARY KEY");
        }
        if (words.contains("FOREIGN")) {
            return new JudgedAction(prefix + "CONSTRAINT", constraint, "FOREIGN KEY");
        }
        if (words.contains("CHECK")) {
            return new JudgedAction(prefix + "CONSTRAINT", constraint, "CHECK");
        }
        if (words.contains("UNIQUE")) {
            return new JudgedAction(prefix + "CONSTRAINT", index.isEmpty() ? constraint : index, "UNIQUE");
        }
        String sort = words.contains("FULLTEXT") ? "FULLTEXT" : words.contains("SPATIAL") ? "SPATIAL" : "";
        return new JudgedAction(prefix + "INDEX", index, sort);
    }

    private static boolean follows(GrammarNode node, String word) {
        for (int i = 0; i + 1 < node.children().size(); i++) {
            if (node.children().get(i).text().equalsIgnoreCase(word)) {
                return node.children().get(i + 1).is("uid");
            }
        }
        return false;
    }
}
