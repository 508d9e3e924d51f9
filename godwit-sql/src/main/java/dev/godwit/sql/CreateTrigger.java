package dev.godwit.sql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param timing BEFORE, AFTER, {@code INSTEAD OF}
 * @param events each in upper case: INSERT, UPDATE, DELETE, TRUNCATE
 * @param columns those of {@code UPDATE OF}
 * @param level ROW or STATEMENT; empty where nothing is said
 * @param rest all that follows: REFERENCING, WHEN, FOLLOWS, EXECUTE FUNCTION, the body
 * @param routine the function that it runs (PostgreSQL)
 */
public record CreateTrigger(
        SourceSpan span,
        Replacement replace,
        Guard guard,
        QualifiedName name,
        QualifiedName table,
        String timing,
        List<String> events,
        List<Identifier> columns,
        Optional<String> level,
        SourceSpan rest,
        Optional<QualifiedName> routine)
        implements Definition {
    public CreateTrigger {
        events = List.copyOf(events);
        columns = List.copyOf(columns);
    }

    /** Makes one with a body of its own. */
    public CreateTrigger(
            SourceSpan span,
            Replacement replace,
            Guard guard,
            QualifiedName name,
            QualifiedName table,
            String timing,
            List<String> events,
            List<Identifier> columns,
            Optional<String> level,
            SourceSpan rest) {
        this(span, replace, guard, name, table, timing, events, columns, level, rest, Optional.empty());
    }

    @Override
    public String verb() {
        return "CREATE";
    }

    @Override
    public String kind() {
        return "TRIGGER";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name, table);
    }
}
