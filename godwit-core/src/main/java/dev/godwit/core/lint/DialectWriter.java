package dev.godwit.core.lint;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.stream.Collectors;

/** Writes SQL with a dialect. */
final class DialectWriter implements SqlWriter {
    private static final SqlSource NOWHERE = SqlSource.of("made", "");

    private final Dialect dialect;

    DialectWriter(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String name(QualifiedName name) {
        return name.parts().stream().map(this::name).collect(Collectors.joining("."));
    }

    private String name(Identifier part) {
        return PlainNames.isPlain(part.name()) ? part.name() : dialect.quote(part.name());
    }

    @Override
    public String statement(Statement made) {
        return dialect.print(NOWHERE, made) + ";";
    }
}
