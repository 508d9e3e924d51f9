package dev.godwit.core.lint;

import java.util.Set;

/**
 * What a rule is about.
 *
 * @param summary one line of some nine words, without a full stop
 * @param products ids of the engines it is for; empty for all
 * @param active whether it is applied unless the configuration says otherwise
 */
public record RuleInfo(
        RuleId id, String summary, Category category, Severity severity, Set<String> products, Active active) {
    public RuleInfo {
        products = Set.copyOf(products);
    }

    /** Whether it needs to be asked for. */
    public enum Active {
        BY_DEFAULT,
        ON_REQUEST
    }

    /** A rule that finds errors. */
    public static RuleInfo error(String id, Category category, String summary) {
        return of(id, category, Severity.ERROR, summary);
    }

    /** A rule that finds what is dangerous in some cases. */
    public static RuleInfo warn(String id, Category category, String summary) {
        return of(id, category, Severity.WARN, summary);
    }

    /** A rule that tells what is worth knowing. */
    public static RuleInfo info(String id, Category category, String summary) {
        return of(id, category, Severity.INFO, summary);
    }

    private static RuleInfo of(String id, Category category, Severity severity, String summary) {
        Active active = category == Category.STYLE ? Active.ON_REQUEST : Active.BY_DEFAULT;
        return new RuleInfo(new RuleId(id), summary, category, severity, Set.of(), active);
    }

    /** Returns the same for those products only. */
    public RuleInfo on(String... engines) {
        return new RuleInfo(id, summary, category, severity, Set.of(engines), active);
    }

    /** Returns the same, applied only where the configuration asks for it. */
    public RuleInfo onRequest() {
        return new RuleInfo(id, summary, category, severity, products, Active.ON_REQUEST);
    }

    /** Tells whether it is for that product. */
    public boolean isFor(String engine) {
        return products.isEmpty() || products.contains(engine);
    }
}
