package dev.godwit.postgres.effect;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a USING clause that only casts a column: {@code c}, {@code c::text::int}, {@code (CAST(c AS text))}. */
final class CastReader {
    private final Schema schema;
    private final Identifier column;
    private final List<Lexeme> tokens;
    private final List<PostgresType> casts = new ArrayList<>();
    private int at;

    private CastReader(List<Lexeme> tokens, Identifier column, Schema schema) {
        this.tokens = tokens;
        this.column = column;
        this.schema = schema;
    }

    /** Returns the types that the column is cast to, in that order; nothing where the expression is anything else. */
    static Optional<List<PostgresType>> of(Expression using, Identifier column, Schema schema) {
        CastReader reader = new CastReader(using.tokens(), column, schema);
        boolean read = reader.value() && reader.at == reader.tokens.size();
        return read ? Optional.of(List.copyOf(reader.casts)) : Optional.empty();
    }

    private boolean value() {
        if (!primary()) {
            return false;
        }
        while (symbol("::")) {
            PostgresType type = type();
            if (type == null) {
                return false;
            }
            casts.add(type);
        }
        return true;
    }

    private boolean primary() {
        if (symbol("(")) {
            return value() && symbol(")");
        }
        if (at + 1 < tokens.size()
                && tokens.get(at).is("CAST")
                && tokens.get(at + 1).isSymbol("(")) {
            at += 2;
            return castCall();
        }
        boolean isColumn = at < tokens.size()
                && tokens.get(at).isName()
                && tokens.get(at).text().equals(column.name())
                && !(at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("("));
        at++;
        return isColumn;
    }

    private boolean castCall() {
        if (!value() || !word("AS")) {
            return false;
        }
        PostgresType type = type();
        if (type == null) {
            return false;
        }
        casts.add(type);
        return symbol(")");
    }

    private @Nullable PostgresType type() {
        List<Identifier> name = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isName() && !isTimeZone()) {
            words.append(words.isEmpty() ? "" : " ").append(tokens.get(at++).text());
            if (symbol(".")) {
                name.add(new Identifier(words.toString()));
                words.setLength(0);
            }
        }
        if (words.isEmpty()) {
            return null;
        }
        name.add(new Identifier(words.toString()));
        List<String> arguments = arguments();
        List<String> modifiers = timeZone();
        int dimensions = dimensions();
        return PostgresType.of(
                new TypeName(new SourceSpan(0, 0), new QualifiedName(name), arguments, modifiers, dimensions), schema);
    }

    private boolean isTimeZone() {
        return tokens.get(at).is("WITH") || tokens.get(at).is("WITHOUT");
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (symbol("(")) {
            while (at < tokens.size() && !symbol(")")) {
                if (!symbol(",")) {
                    arguments.add(tokens.get(at++).text());
                }
            }
        }
        return arguments;
    }

    private List<String> timeZone() {
        if (at + 2 < tokens.size() && isTimeZone() && tokens.get(at + 1).is("TIME")) {
            String words = tokens.get(at).text().toUpperCase(Locale.ROOT) + " TIME ZONE";
            at += 3;
            return List.of(words);
        }
        return List.of();
    }

    private int dimensions() {
        int dimensions = 0;
        while (symbol("[")) {
            dimensions++;
            while (at < tokens.size() && !symbol("]")) {
                at++;
            }
        }
        return dimensions;
    }

    private boolean symbol(String symbol) {
        boolean there = at < tokens.size() && tokens.get(at).isSymbol(symbol);
        at += there ? 1 : 0;
        return there;
    }

    private boolean word(String word) {
        boolean there = at < tokens.size() && tokens.get(at).is(word);
        at += there ? 1 : 0;
        return there;
    }
}
