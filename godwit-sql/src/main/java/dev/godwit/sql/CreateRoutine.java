package dev.godwit.sql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE FUNCTION}, {@code CREATE PROCEDURE}, MariaDB's packages, events.
 *
 * @param kind FUNCTION, PROCEDURE, PACKAGE, PACKAGE BODY, EVENT
 * @param arguments what stands in the parentheses
 * @param returns the type, or {@code TABLE (…)}, as written
 * @param characteristics upper-case words and clauses that say how it works: IMMUTABLE, STABLE, {@code SECURITY DEFINER}, STRICT,
 *     {@code LANGUAGE plpgsql}, {@code SET search_path = …}, DETERMINISTIC
 * @param body its code with quotes, as written
 */
public record CreateRoutine(
        SourceSpan span,
        String kind,
        Replacement replace,
        Guard guard,
        QualifiedName name,
        Optional<Expression> arguments,
        Optional<Expression> returns,
        List<Option> characteristics,
        Optional<SourceSpan> body)
        implements Definition {
    public CreateRoutine {
        characteristics = List.copyOf(characteristics);
    }

    @Override
    public String verb() {
        return "CREATE";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }

    @Override
    public List<String> tail() {
        return replace == Replacement.OR_REPLACE ? List.of("OR REPLACE") : List.of();
    }
}
