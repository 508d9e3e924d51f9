package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Routine;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether an expression must be computed for each row: whether it calls a volatile function. */
final class Volatility {
    // Words that may stand before a parenthesis and call nothing volatile: syntax, types with a length, operators.
    private static final Set<String> SYNTAX = Set.of(
            "and",
            "or",
            "not",
            "in",
            "any",
            "all",
            "some",
            "array",
            "row",
            "cast",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "extract",
            "position",
            "substring",
            "overlay",
            "trim",
            "values",
            "exists",
            "case",
            "when",
            "then",
            "else",
            "filter",
            "over",
            "is",
            "as",
            "between",
            "like",
            "ilike",
            "select",
            "from",
            "where",
            "varchar",
            "varying",
            "character",
            "char",
            "numeric",
            "decimal",
            "bit",
            "time",
            "timestamp",
            "interval",
            "current_timestamp",
            "current_time",
            "localtime",
            "localtimestamp",
            "second",
            "collate",
            "xmlelement",
            "xmlforest",
            "grouping",
            "normalize",
            "float",
            "bpchar",
            "varbit",
            "precision");

    // Those that people like to use as defaults, by the version that brought them.
    private static final Map<String, Integer> SINCE = Map.of("uuidv7", 18, "uuidv4", 18);

    private Volatility() {}

    private static final class Steady {
        // Those of pg_catalog that are immutable or stable on every version from 14 to 18 that has them.
        static final Set<String> FUNCTIONS = read();

        private static Set<String> read() {
            try (InputStream in = Volatility.class.getResourceAsStream("steady-functions.txt")) {
                if (in == null) {
                    throw new IllegalStateException("steady-functions.txt is missing");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                return Set.of(text.strip().split("\\s+"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Tells whether it may be volatile. A function that nobody has declared is taken to be, as the server takes one that says nothing. */
    static boolean isVolatile(Expression expression, Schema schema) {
        return expression.calls().stream().anyMatch(name -> isVolatile(name, schema));
    }

    /** The server refuses a function that came later. */
    static void refuseTooNew(Expression expression, Scene scene) {
        for (String name : expression.calls()) {
            Integer since = SINCE.get(name.toLowerCase(Locale.ROOT));
            if (since != null && own(name, scene.schema()).isEmpty()) {
                scene.needs(since, name + "()");
            }
        }
    }

    private static Optional<Routine> own(String function, Schema schema) {
        return schema.catalog().routine(new QualifiedName(List.of(new Identifier(function))));
    }

    private static boolean isVolatile(String function, Schema schema) {
        Optional<Routine> own = own(function, schema);
        if (own.isPresent()) {
            return own.get().volatility().equals("VOLATILE");
        }
        String name = function.toLowerCase(Locale.ROOT);
        return !SYNTAX.contains(name) && !Steady.FUNCTIONS.contains(name);
    }
}
