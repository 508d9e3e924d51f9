package dev.godwit.core.plan;

import java.util.List;

/**
 * What is run instead of a statement.
 *
 * @param why what the statement would have done, and what is done instead, in a sentence
 * @param contract what is left for the time when the old application is gone; none where everything is done by then
 */
public record Rewrite(String why, List<Step> expand, List<Step> contract) {
    public Rewrite {
        expand = List.copyOf(expand);
        contract = List.copyOf(contract);
    }
}
