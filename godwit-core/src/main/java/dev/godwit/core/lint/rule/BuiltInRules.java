package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.ToolRules;
import java.util.List;

/** The one list of the rules that are for more than one product. */
public final class BuiltInRules {
    private static final List<Rule> ALL = ToolRules.all();

    private BuiltInRules() {}

    /** Returns all of them, in the order in which they are shown. */
    public static List<Rule> all() {
        return ALL;
    }
}
