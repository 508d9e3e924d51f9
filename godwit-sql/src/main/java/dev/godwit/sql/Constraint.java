package dev.godwit.sql;

import java.util.Optional;

/**
 * A constraint of a table, a column or a domain.
 *
 * @param name empty where the product chooses it
 */
public record Constraint(SourceSpan span, Optional<Identifier> name, ConstraintRule rule, Checking checking) {
    /**
     * When it is checked, and against what.
     *
     * @param validity whether existing rows are looked at
     * @param enforced whether it is checked at all
     * @param deferral when it is checked
     * @param inheritance whether children inherit it
     * @param conflict SQLite's {@code ON CONFLICT} action in upper case
     */
    public record Checking(
            Validity validity,
            Enforcement enforced,
            Deferral deferral,
            Inheritance inheritance,
            Optional<String> conflict) {
        /** Nothing said. */
        public static final Checking PLAIN = new Checking(
                Validity.VALIDATED, Enforcement.UNSAID, Deferral.UNSAID, Inheritance.UNSAID, Optional.empty());
    }

    /** Whether rows that exist are checked. */
    public enum Validity {
        VALIDATED,
        NOT_VALID
    }

    /** {@code ENFORCED} or {@code NOT ENFORCED}. */
    public enum Enforcement {
        UNSAID,
        ENFORCED,
        NOT_ENFORCED
    }

    /** When it is checked. */
    public enum Deferral {
        UNSAID,
        NOT_DEFERRABLE,
        DEFERRABLE,
        INITIALLY_IMMEDIATE,
        INITIALLY_DEFERRED
    }

    /** {@code NO INHERIT} or not. */
    public enum Inheritance {
        UNSAID,
        INHERIT,
        NO_INHERIT
    }
}
