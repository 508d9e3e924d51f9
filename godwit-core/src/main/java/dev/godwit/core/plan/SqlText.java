package dev.godwit.core.plan;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.stream.Collectors;

/** Writes SQL of one product: the only way in which names and values come into the text of a step. */
public final class SqlText {
    private final Dialect dialect;

    /** Makes one. */
    public SqlText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Writes a name, each part quoted. */
    public String name(QualifiedName name) {
        return name.parts().stream().map(this::name).collect(Collectors.joining("."));
    }

    /** Writes a name, quoted. */
    public String name(Identifier name) {
        return dialect.quote(name.name());
    }

    /** Writes a name, quoted. */
    public String name(String name) {
        return dialect.quote(name);
    }

    /** Writes a value. */
    public String literal(String value) {
        return dialect.literal(value);
    }

    /** Reads a text as an expression. */
    public Expression expression(String text) {
        return dialect.expression(text);
    }

    /** Writes a statement without its terminator. */
    public String print(SqlSource source, Statement statement) {
        return dialect.print(source, statement);
    }

    /**
     * Replaces each {@code {}} of a template by one of the names, quoted: {@code sql("ALTER TABLE {} DROP COLUMN {}", table, column)}.
     *
     * @param names {@link QualifiedName}s, {@link Identifier}s, or {@link Raw} texts that are SQL already
     */
    public String sql(String template, Object... names) {
        var text = new StringBuilder();
        int from = 0;
        for (Object name : names) {
            int hole = template.indexOf("{}", from);
            text.append(template, from, hole).append(written(name));
            from = hole + 2;
        }
        return text.append(template, from, template.length()).toString();
    }

    /** A text that is SQL already: an expression as the user wrote it, a type, a literal. */
    public record Raw(String text) {}

    private String written(Object part) {
        return switch (part) {
            case QualifiedName name -> name(name);
            case Identifier name -> name(name);
            case Raw raw -> raw.text();
            default -> throw new IllegalArgumentException("no name: " + part);
        };
    }
}
