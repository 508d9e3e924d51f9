package dev.godwit.core.plan;

import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of a file say about values: {@code -- godwit:backfill <column> = <expression>} what the rows that are there get, and
 * {@code -- godwit:down <column> = <expression>} how an old value is made of a new one. A column may be written with its table.
 */
public record Directives(List<Value> values) {
    /** A file that says nothing. */
    public static final Directives NONE = new Directives(List.of());

    private static final Pattern FORM = Pattern.compile(
            "^(?:--|#|/\\*)\\s*godwit:(backfill|down)\\s+(\\S+?)\\s*=\\s*(.+?)(?:\\s*\\*/)?\\s*$", Pattern.DOTALL);

    public Directives {
        values = List.copyOf(values);
    }

    /** What a value is for. */
    public enum Purpose {
        BACKFILL,
        DOWN
    }

    /**
     * One of them.
     *
     * @param column as written: {@code column} or {@code table.column}
     */
    public record Value(Purpose purpose, String column, String expression) {}

    /** Reads the comments between the statements of a script. */
    public static Directives read(ScriptText script, Dialect dialect) {
        List<Value> found = new ArrayList<>();
        for (ScriptText.Block block : script.blocks()) {
            dialect.comments(script.source(), block.span()).stream()
                    .map(span -> FORM.matcher(script.source().text(span)))
                    .filter(Matcher::matches)
                    .map(match -> new Value(
                            Purpose.valueOf(match.group(1).toUpperCase(Locale.ROOT)), match.group(2), match.group(3)))
                    .forEach(found::add);
        }
        return new Directives(found);
    }

    /** Returns the expression for a column; the one that names the table comes before one that names the column alone. */
    public Optional<String> of(Purpose purpose, String table, String column) {
        return find(purpose, table + "." + column).or(() -> find(purpose, column));
    }

    private Optional<String> find(Purpose purpose, String name) {
        return values.stream()
                .filter(value -> value.purpose() == purpose
                        && value.column().replace("\"", "").equals(name))
                .map(Value::expression)
                .findFirst();
    }
}
