package dev.godwit.it.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects the names that stand below a node by the rule that they were read by. */
final class MysqlNames {
    /** Rules of a statement within the statement: what stands there is not its own name. */
    private static final List<String> BODIES = List.of(
            "compoundStatement",
            "storedRoutineBody",
            "viewTail",
            "queryExpression",
            "queryExpressionOrParens",
            "tableElementList",
            "createTableOptionsEtc",
            "routineBody",
            "selectStatement",
            "expr",
            "expression",
            "createDefinitions");

    private MysqlNames() {}

    /** Returns every name by one of those rules, in the order of the text, but for those of bodies. */
    static List<String> of(GrammarNode node, String... rules) {
        List<String> names = new ArrayList<>();
        collect(node, List.of(rules), names);
        return names;
    }

    private static void collect(GrammarNode node, List<String> rules, List<String> names) {
        for (GrammarNode child : node.children()) {
            if (rules.contains(child.rule())) {
                names.add(child.name());
            } else if (!BODIES.contains(child.rule())) {
                collect(child, rules, names);
            }
        }
    }

    /** Returns both names of each pair of a RENAME. */
    static List<String> pairs(GrammarNode statement, String rule) {
        return statement
                .all(rule)
                .flatMap(pair -> Stream.of(
                        pair.children().getFirst().name(),
                        pair.children().getLast().name()))
                .toList();
    }
}
