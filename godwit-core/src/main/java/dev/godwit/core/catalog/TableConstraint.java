package dev.godwit.core.catalog;

import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import java.util.Optional;

/**
 * A constraint that a table has.
 *
 * @param name as written, or as the product chooses it; empty where that cannot be known
 * @param rule a primary key or unique constraint made from an index has the columns of that index
 */
public record TableConstraint(Optional<Identifier> name, ConstraintRule rule, Constraint.Checking checking) {
    /** Tells whether every row that is there obeys it. */
    public boolean isProved() {
        return checking.validity() == Constraint.Validity.VALIDATED
                && checking.enforced() != Constraint.Enforcement.NOT_ENFORCED;
    }
}
