package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;

/** A type that the schema defines. */
public sealed interface UserType {
    QualifiedName name();

    /**
     * An enum.
     *
     * @param newLabels those that the transaction which is being judged has added
     */
    record Enumeration(QualifiedName name, List<String> labels, List<String> newLabels) implements UserType {
        public Enumeration {
            labels = List.copyOf(labels);
            newLabels = List.copyOf(newLabels);
        }
    }

    /** A domain with its constraints, NOT NULL as one. */
    record Domain(QualifiedName name, TypeName base, List<TableConstraint> constraints) implements UserType {
        public Domain {
            constraints = List.copyOf(constraints);
        }

        /** Tells whether it restricts its base type. */
        public boolean isConstrained() {
            return !constraints.isEmpty();
        }
    }

    /** A composite type. */
    record Composite(QualifiedName name, List<Identifier> attributes) implements UserType {
        public Composite {
            attributes = List.copyOf(attributes);
        }
    }

    /** A range or base type. */
    record Other(QualifiedName name) implements UserType {}
}
