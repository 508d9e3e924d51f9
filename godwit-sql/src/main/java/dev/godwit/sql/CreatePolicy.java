package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE POLICY} and {@code ALTER POLICY}.
 *
 * @param verb CREATE or ALTER
 * @param command ALL, SELECT, INSERT, UPDATE or DELETE, where said
 * @param rest all that follows the table: roles, USING, WITH CHECK, a new name
 */
public record CreatePolicy(
        SourceSpan span,
        String verb,
        QualifiedName name,
        QualifiedName table,
        Optional<String> command,
        Optional<Expression> rest)
        implements Definition {
    @Override
    public String kind() {
        return "POLICY";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name, table);
    }
}
