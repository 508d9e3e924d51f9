package dev.godwit.sql;

import java.util.List;
import java.util.stream.Collectors;

/** A name with the schemas or databases before it, outermost first. */
public record QualifiedName(List<Identifier> parts) {
    public QualifiedName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name has at least one part");
        }
    }

    /** Returns the last part. */
    public Identifier last() {
        return parts.getLast();
    }

    @Override
    public String toString() {
        return parts.stream().map(Identifier::name).collect(Collectors.joining("."));
    }
}
