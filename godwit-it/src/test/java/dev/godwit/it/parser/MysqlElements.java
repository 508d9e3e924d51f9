package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the columns, constraints and indexes in a parse tree of MySQL. */
final class MysqlElements {
    private MysqlElements() {}

    /** Reads the elements of a CREATE TABLE. */
    static List<JudgedAction> table(GrammarNode create) {
        if (create.words().contains("LIKE")) {
            return List.of(
                    new JudgedAction("LIKE", MysqlNames.of(create, "tableRef").getLast(), ""));
        }
        return create.child("tableElementList").stream()
                .flatMap(elements -> list("", elements))
                .toList();
    }

    /** Reads the elements of a list; {@code prefix} is put before what each is. */
    static Stream<JudgedAction> list(String prefix, GrammarNode elements) {
        return elements.all("tableElement").map(element -> {
            GrammarNode definition = element.children().getFirst();
            return definition.is("columnDefinition")
                    ? column(prefix + "COLUMN", definition, "columnName")
                    : constraint(prefix, definition);
        });
    }

    /** Reads a column; {@code nameRule} is what its name was read by. */
    static JudgedAction column(String kind, GrammarNode node, String nameRule) {
        String name = node.child(nameRule).map(GrammarNode::name).orElse("");
        return new JudgedAction(kind, name, type(node));
    }

    /** Returns the type of the column below {@code node}. */
    static String type(GrammarNode node) {
        return node.first("dataType")
                .map(type -> MysqlTypes.spelled(type.tokens()))
                .orElse("");
    }

    /** Reads a {@code tableConstraintDef}. */
    static JudgedAction constraint(String prefix, GrammarNode definition) {
        String constraint = definition
                .child("constraintName")
                .flatMap(name -> name.child("identifier"))
                .map(GrammarNode::name)
                .orElse("");
        String index = definition
                .child("indexName", "indexNameAndType")
                .flatMap(name -> name.first("indexName"))
                .map(GrammarNode::name)
                .orElse("");
        String sort = sort(definition);
        return switch (sort) {
            case "PRIMARY KEY", "FOREIGN KEY", "CHECK" -> new JudgedAction(prefix + "CONSTRAINT", constraint, sort);
            case "UNIQUE" -> new JudgedAction(prefix + "CONSTRAINT", index.isEmpty() ? constraint : index, sort);
            default -> new JudgedAction(prefix + "INDEX", index, sort);
        };
    }

    private static String sort(GrammarNode definition) {
        if (definition.child("checkConstraint").isPresent()) {
            return "CHECK";
        }
        Optional<String> word = definition.words().stream().findFirst();
        return switch (word.orElse("")) {
            case "PRIMARY" -> "PRIMARY KEY";
            case "FOREIGN" -> "FOREIGN KEY";
            case "UNIQUE" -> "UNIQUE";
            case "FULLTEXT" -> "FULLTEXT";
            case "SPATIAL" -> "SPATIAL";
            default -> "";
        };
    }
}
