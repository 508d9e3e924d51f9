package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.Optional;

/** What an {@code ALTER TABLE} does to a constraint. */
public sealed interface ConstraintAction extends AlterAction {
    /** {@code ADD CONSTRAINT}. */
    record AddConstraint(Constraint constraint, Guard guard) implements ConstraintAction {}

    /**
     * {@code DROP CONSTRAINT}, {@code DROP PRIMARY KEY}, {@code DROP FOREIGN KEY}, {@code DROP CHECK}.
     *
     * @param name empty for the primary key
     */
    record DropConstraint(Kind kind, Optional<Identifier> name, Guard guard, Behavior behavior)
            implements ConstraintAction {
        /** How the statement calls it. */
        public enum Kind {
            CONSTRAINT,
            PRIMARY_KEY,
            FOREIGN_KEY,
            CHECK
        }
    }

    /** {@code VALIDATE CONSTRAINT}. */
    record ValidateConstraint(Identifier name) implements ConstraintAction {}

    /** {@code ALTER CONSTRAINT}, {@code ALTER CHECK … NOT ENFORCED}. */
    record AlterConstraint(DropConstraint.Kind kind, Identifier name, Constraint.Checking checking)
            implements ConstraintAction {}

    /** {@code RENAME CONSTRAINT name TO to}. */
    record RenameConstraint(Identifier name, Identifier to) implements ConstraintAction {}
}
