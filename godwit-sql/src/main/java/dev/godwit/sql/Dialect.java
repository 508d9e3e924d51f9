package dev.godwit.sql;

import java.util.List;
import java.util.Set;

/** Reads the SQL of one product. Implementations are stateless. */
public interface Dialect {
    /** Returns the name, for example {@code postgres}. */
    String name();

    /**
     * Cuts the bytes of {@code part} into statements and gaps, which together rebuild it exactly. Never throws on what
     * the user wrote except for client commands that cannot be carried out: those are
     * {@link Statement.Unparsed} with the reason.
     */
    Script split(SqlSource source, SourceSpan part);

    /**
     * Reads {@code span} as exactly one statement without looking for its end, as goose's StatementBegin and StatementEnd demand.
     */
    Statement statement(SqlSource source, SourceSpan span);

    /**
     * Returns the comments between the statements of {@code part}, markers included, where directives stand; a line
     * comment ends before its line terminator. Comments within a statement belong to it and are left out.
     */
    List<SourceSpan> comments(SqlSource source, SourceSpan part);

    /**
     * Returns every name that {@code statement} mentions, unquoted and folded as the product folds it, keywords
     * included where they could be names; also those in strings of a session's dynamic SQL. A superset is fine.
     */
    Set<String> names(SqlSource source, Statement statement);

    /**
     * Writes a statement as SQL without a terminator. What the tree does not hold in full (queries, bodies, the outline of seldom
     * statements) is copied from {@code source} by its span.
     */
    String print(SqlSource source, Statement statement);

    /** Reads a text as a run of tokens, for statements that are made and not read. */
    Expression expression(String text);

    /** Quotes a name so that the product reads exactly {@code name}. */
    String quote(String name);

    /** Quotes a text as a literal that reads as exactly {@code text} whatever the session's settings. */
    String literal(String text);
}
