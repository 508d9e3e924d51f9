package dev.godwit.it.parser;

import dev.godwit.it.parser.Judge.Verdict;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One statement, read by Godwit and by a judge. */
final class Comparison {
    private final Dialect dialect;
    private final GodwitReading reading;

    Comparison(Product product) {
        this.dialect = product.dialect();
        this.reading = product.reading();
    }

    /** What came out. */
    sealed interface Outcome {
        /** Godwit failed, which it must not on any text. */
        record Thrown(RuntimeException exception) implements Outcome {}

        /** Godwit did not read it as one statement that it knows. */
        record Untyped(String why) implements Outcome {}

        /**
         * Godwit read it.
         *
         * @param facets what it reads otherwise than the judge; none where the judge does not read it
         * @param printed what differs after printing and parsing again
         */
        record Typed(Judged read, Set<Facet> facets, Optional<String> printed) implements Outcome {}
    }

    /** Reads, prints and compares with {@code verdict}. */
    Outcome compare(String sql, Verdict verdict) {
        try {
            SqlSource source = SqlSource.of("statement", sql);
            List<Statement> statements = dialect.split(source, source.whole()).statements();
            if (statements.size() != 1) {
                return new Outcome.Untyped(statements.size() + " statements");
            }
            return compare(source, statements.getFirst(), verdict);
        } catch (RuntimeException e) {
            return new Outcome.Thrown(e);
        }
    }

    private Outcome compare(SqlSource source, Statement statement, Verdict verdict) {
        if (statement instanceof Statement.Unparsed unparsed) {
            return new Outcome.Untyped(unparsed.why());
        }
        Judged read = reading.of(statement).orElseThrow();
        Set<Facet> facets = switch (verdict) {
            case Verdict.Read judged -> Facet.disagreements(judged.judged(), read);
            case Verdict.Accepted accepted -> Set.of();
            case Verdict.Refused refused -> Set.of();
        };
        return new Outcome.Typed(read, facets, reprinted(source, statement));
    }

    private Optional<String> reprinted(SqlSource source, Statement statement) {
        String text = dialect.print(source, statement);
        SqlSource again = SqlSource.of("printed", text);
        List<Statement> statements = dialect.split(again, again.whole()).statements();
        if (statements.size() != 1) {
            return Optional.of(statements.size() + " statements in " + text);
        }
        return TreeDifference.between(dialect, source, statement, again, statements.getFirst())
                .map(difference -> difference + " in " + text);
    }
}
