package dev.godwit.sql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Statement.Guard;
import java.util.List;

/** {@code CREATE SEQUENCE}; {@code ALTER SEQUENCE} is an {@link AlterTable} of kind SEQUENCE. */
public record CreateSequence(
        SourceSpan span,
        Replacement replace,
        Persistence persistence,
        Guard guard,
        QualifiedName name,
        List<Option> options)
        implements Definition {
    public CreateSequence {
        options = List.copyOf(options);
    }

    @Override
    public String verb() {
        return "CREATE";
    }

    @Override
    public String kind() {
        return "SEQUENCE";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }

    @Override
    public List<String> tail() {
        return persistence == Persistence.TEMPORARY ? List.of("TEMPORARY") : List.of();
    }
}
