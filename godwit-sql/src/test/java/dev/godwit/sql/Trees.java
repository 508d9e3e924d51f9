package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** Compares trees but for where they stood. */
final class Trees {
    private static final Pattern PLACE = Pattern.compile("SourceSpan\\[start=(\\d+), end=(\\d+)]");

    /** The tokens of an expression say what it is; its text also holds how it was laid out. */
    private static final Pattern LAYOUT =
            Pattern.compile("Expression\\[span=SourceSpan\\[[^]]*], text=.*?, tokens=\\[", Pattern.DOTALL);

    private Trees() {}

    static String withoutPlaces(Statement statement) {
        String expressions = LAYOUT.matcher(statement.toString()).replaceAll("Expression[");
        return PLACE.matcher(expressions).replaceAll("");
    }

    /** Reads a text that is one statement. */
    static Statement reading(Dialect dialect, String sql) {
        SqlSource source = SqlSource.of("printed", sql);
        return dialect.statement(source, source.whole());
    }

    /** Fails where a part of a statement stands outside of it. */
    static void placesWithin(Statement statement) {
        PLACE.matcher(statement.toString()).results().forEach(place -> {
            assertThat(Integer.parseInt(place.group(1)))
                    .as("%s", statement)
                    .isBetween(0, Integer.parseInt(place.group(2)));
        });
    }
}
