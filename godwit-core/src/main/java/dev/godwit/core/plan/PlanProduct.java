package dev.godwit.core.plan;

import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.Dialect;
import java.util.List;

/**
 * All that planning must know of a product.
 *
 * @param recipes asked in their order; the first that is for a statement decides
 */
public record PlanProduct(
        Dialect dialect, EffectModel effects, ServerVersion version, List<Recipe> recipes, WaysBack back) {
    public PlanProduct {
        recipes = List.copyOf(recipes);
    }

    /** Returns the same, which runs everything as written. */
    public PlanProduct withoutRecipes() {
        return new PlanProduct(dialect, effects, version, List.of(), back);
    }
}
