package dev.godwit.sql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW}, MySQL's {@code ALTER VIEW}.
 *
 * @param verb CREATE, or ALTER where MySQL's ALTER VIEW gives a new query
 * @param kind VIEW or MATERIALIZED VIEW
 * @param modifiers words before VIEW such as RECURSIVE, {@code ALGORITHM = MERGE}, {@code DEFINER = …}, {@code SQL SECURITY INVOKER}
 * @param options PostgreSQL's {@code WITH (…)}, USING and TABLESPACE
 * @param tail what stands behind the query: {@code WITH CHECK OPTION}, {@code WITH NO DATA}, in upper case
 */
public record CreateView(
        SourceSpan span,
        String verb,
        String kind,
        Replacement replace,
        Persistence persistence,
        List<Option> modifiers,
        Guard guard,
        QualifiedName name,
        List<Identifier> columns,
        List<Option> options,
        Expression query,
        List<String> tail)
        implements Definition {
    public CreateView {
        modifiers = List.copyOf(modifiers);
        columns = List.copyOf(columns);
        options = List.copyOf(options);
        Stream<String> said = persistence == Persistence.TEMPORARY && !tail.contains("TEMPORARY")
                ? Stream.concat(tail.stream(), Stream.of("TEMPORARY"))
                : tail.stream();
        tail = said.toList();
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }

    /** Returns what the view reads from, as far as the text alone tells: every name in it. */
    public Optional<String> mention(String table) {
        return query.names().filter(table::equals).findFirst();
    }
}
