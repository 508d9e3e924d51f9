package dev.godwit.sql;

import java.util.List;

/** {@code CREATE DOMAIN}; a NOT NULL among its constraints names {@code value}, as the conditions do. */
public record CreateDomain(SourceSpan span, QualifiedName name, TypeName type, List<ColumnAttribute> attributes)
        implements Definition {
    public CreateDomain {
        attributes = List.copyOf(attributes);
    }

    @Override
    public String verb() {
        return "CREATE";
    }

    @Override
    public String kind() {
        return "DOMAIN";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }
}
