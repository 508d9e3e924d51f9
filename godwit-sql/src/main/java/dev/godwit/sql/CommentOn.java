package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code COMMENT ON}.
 *
 * @param name the object; of a column its table's name with the column's behind it
 * @param table the table of a constraint, trigger, policy or rule
 * @param rest arguments of a routine with their parentheses, {@code USING method} of an operator class, {@code DOMAIN} where {@code table}
 *     is a domain
 * @param text empty for NULL, which removes the comment
 */
public record CommentOn(
        SourceSpan span,
        String kind,
        QualifiedName name,
        Optional<QualifiedName> table,
        Optional<Expression> rest,
        Optional<String> text)
        implements Definition {
    @Override
    public String verb() {
        return "COMMENT";
    }

    @Override
    public List<QualifiedName> names() {
        return table.isPresent() ? List.of(name, table.get()) : List.of(name);
    }
}
