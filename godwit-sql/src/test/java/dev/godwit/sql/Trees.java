package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.Unparsed;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads statements, writes them and reads them again. */
final class Trees {
    private static final Pattern PLACE = Pattern.compile("SourceSpan\\[start=(\\d+), end=(\\d+)]");

    private Trees() {}

    /** Checks that {@code sql} is read in full, is written as {@code expected}, and that this is the same tree. */
    static void check(Dialect dialect, String sql, String expected) {
        assertThat(printed(dialect, sql)).as(sql).isEqualTo(expected);
        checkSameTree(dialect, sql);
    }

    static String printed(Dialect dialect, String sql) {
        Statement statement = read(dialect, sql);
        return statement instanceof Unparsed unparsed
                ? "unparsed: " + unparsed.why()
                : dialect.print(Splits.source(sql), statement);
    }

    /** Checks that what is written of {@code sql} has the same tree. */
    static void checkSameTree(Dialect dialect, String sql) {
        Statement statement = read(dialect, sql);
        String printed = dialect.print(Splits.source(sql), statement);
        assertThat(spanless(read(dialect, printed))).as(printed).isEqualTo(spanless(statement));
    }

    static Statement read(Dialect dialect, String sql) {
        SqlSource source = Splits.source(sql);
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

    /** Returns the tree without its spans, runs of tokens by their tokens. */
    static Object spanless(Object node) {
        return switch (node) {
            case SourceSpan span -> "span";
            case Expression expression -> expression.tokens();
            case Optional<?> optional -> optional.map(Trees::spanless);
            case List<?> list -> list.stream().map(Trees::spanless).toList();
            case Record record -> components(record);
            default -> node;
        };
    }

    private static List<Object> components(Record record) {
        List<Object> components = new ArrayList<>();
        components.add(record.getClass());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            components.add(spanless(value(component, record)));
        }
        return components;
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
