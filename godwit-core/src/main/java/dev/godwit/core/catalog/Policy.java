package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import java.util.Set;

/**
 * A row security policy of a table.
 *
 * @param mentions every name in its conditions
 */
public record Policy(Identifier name, Set<String> mentions) {
    public Policy {
        mentions = Set.copyOf(mentions);
    }

    Policy withName(Identifier changed) {
        return new Policy(changed, mentions);
    }
}
