package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code GRANT} and {@code REVOKE}.
 *
 * @param kind what the privileges are on, or ROLE where a role is given
 * @param privileges each in upper case with its columns as written; roles where roles are given
 * @param objects what they are on
 * @param grantees each as written
 * @param rest all that follows: WITH GRANT OPTION, CASCADE, IDENTIFIED BY …
 */
public record Privileges(
        SourceSpan span,
        String verb,
        String kind,
        List<String> privileges,
        List<QualifiedName> objects,
        List<String> grantees,
        Optional<Expression> rest)
        implements Definition {
    public Privileges {
        privileges = List.copyOf(privileges);
        objects = List.copyOf(objects);
        grantees = List.copyOf(grantees);
    }

    @Override
    public List<QualifiedName> names() {
        return objects;
    }
}
