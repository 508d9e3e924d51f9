package dev.godwit.core.lint;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which rules can have something to say of a statement: of nearly two hundred, some twenty. */
final class Questions {
    private final List<Rule> rules;
    private final Map<Set<Class<?>>, List<Rule>> known = new HashMap<>();

    Questions(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Returns all rules. */
    List<Rule> rules() {
        return rules;
    }

    /** Returns those to be asked about a statement. */
    List<Rule> about(Statement statement) {
        Set<Class<?>> kinds = new HashSet<>();
        kinds.add(statement.getClass());
        if (statement instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                kinds.add(action.getClass());
            }
        }
        return known.computeIfAbsent(kinds, this::about);
    }

    private List<Rule> about(Set<Class<?>> present) {
        return rules.stream()
                .filter(rule -> rule.kinds().isEmpty()
                        || rule.kinds().stream()
                                .anyMatch(kind -> present.stream().anyMatch(kind::isAssignableFrom)))
                .toList();
    }
}
