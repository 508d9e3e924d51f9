package dev.godwit.core.catalog;

import dev.godwit.sql.QualifiedName;
import java.util.Set;

/**
 * A function or procedure.
 *
 * @param volatility VOLATILE, STABLE or IMMUTABLE
 * @param mentions every name in its body
 */
public record Routine(QualifiedName name, String kind, String volatility, Set<String> mentions) {
    public Routine {
        mentions = Set.copyOf(mentions);
    }
}
