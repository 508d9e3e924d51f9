package dev.godwit.sql;

import java.util.List;

/** {@code CREATE TYPE}. */
public record CreateType(SourceSpan span, QualifiedName name, Form form) implements Definition {
    /** What type it is. */
    public sealed interface Form {
        /** {@code AS ENUM}, the values of its labels. */
        record Enumeration(List<String> labels) implements Form {
            public Enumeration {
                labels = List.copyOf(labels);
            }
        }

        /** {@code AS (…)}. */
        record Composite(List<ColumnDefinition> attributes) implements Form {
            public Composite {
                attributes = List.copyOf(attributes);
            }
        }

        /** {@code AS RANGE (…)}. */
        record Range(List<Option> options) implements Form {
            public Range {
                options = List.copyOf(options);
            }
        }

        /** A base type with its functions, or a shell where there are none. */
        record Base(List<Option> options) implements Form {
            public Base {
                options = List.copyOf(options);
            }
        }
    }

    @Override
    public String verb() {
        return "CREATE";
    }

    @Override
    public String kind() {
        return "TYPE";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }
}
