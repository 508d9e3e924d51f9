package dev.godwit.sql.postgres;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Token;
import java.util.List;
import java.util.Optional;

/** Reads DO, and the statements in its body. */
final class PostgresCodeBlock {
    private static final int MOST_NESTED = 3;

    private final PostgresReader in;
    private final int nesting;

    PostgresCodeBlock(PostgresReader in, int nesting) {
        this.in = in;
        this.nesting = nesting;
    }

    /** Reads what follows DO. */
    Statement read() {
        String language = "plpgsql";
        Optional<SourceSpan> body = Optional.empty();
        while (!in.atEnd()) {
            if (in.take("LANGUAGE")) {
                language = PostgresNames.lower(
                        in.token() == Token.STRING
                                ? in.string("a language")
                                : in.word("a language").name());
            } else {
                int mark = in.mark();
                in.string("the code");
                body = Optional.of(in.since(mark));
            }
        }
        SourceSpan literal = body.orElseThrow(() -> in.missing("the code"));
        return block(language, language.equals("plpgsql") ? decoded(literal) : Optional.empty());
    }

    private Optional<ByteWindow> decoded(SourceSpan literal) {
        return nesting < MOST_NESTED ? EmbeddedSql.decode(in.bytes(), literal) : Optional.empty();
    }

    // A body that cannot be read counts as one statement that cannot be known.
    private Statement block(String language, Optional<ByteWindow> body) {
        if (body.isEmpty()) {
            return new CodeBlock(in.span(), language, List.of(), 1);
        }
        PlpgsqlBody read = new PlpgsqlBody(body.get(), nesting + 1);
        read.run();
        return new CodeBlock(in.span(), language, read.statements(), read.dynamic());
    }
}
