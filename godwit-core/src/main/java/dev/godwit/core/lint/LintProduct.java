package dev.godwit.core.lint;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.Dialect;
import java.util.List;

/**
 * What the linter must know of the product that the SQL is for.
 *
 * @param rules those that are for it
 */
public record LintProduct(
        Dialect dialect, Conventions conventions, EffectModel effects, ServerVersion version, List<Rule> rules) {
    public LintProduct {
        rules = rules.stream()
                .filter(rule -> rule.info().isFor(version.product()))
                .toList();
    }
}
