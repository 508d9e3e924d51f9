package dev.godwit.sql.sqlite;

import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.Expression;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Token;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes names and expressions. */
final class SqliteText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SqliteText() {}

    /** Writes a name, quoted unless it reads as itself without. */
    static String name(String name) {
        boolean plain = PLAIN.matcher(name).matches() && SqliteWords.isPlain(name.toUpperCase(Locale.ROOT));
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Writes when a foreign key is checked. */
    static String deferral(Deferral deferral) {
        return switch (deferral) {
            case UNSAID -> "";
            case NOT_DEFERRABLE -> "NOT DEFERRABLE";
            case DEFERRABLE -> "DEFERRABLE";
            case INITIALLY_IMMEDIATE -> "DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** Writes an expression as it was written, but for comments, which could hide what follows. */
    static String of(Expression expression) {
        String text = expression.text();
        boolean tidy = text.indexOf('-') < 0 && text.indexOf('*') < 0;
        return tidy ? text : tidied(text);
    }

    private static String tidied(String text) {
        SqlSource source = SqlSource.of("", text);
        Lexer lexer = SqliteDialect.lexer(source, source.whole());
        var tidied = new StringBuilder(text.length());
        int end = 0;
        while (lexer.next() != Token.END) {
            if (lexer.token() == Token.COMMENT) {
                continue;
            }
            if (lexer.start() > end && !tidied.isEmpty()) {
                tidied.append(' ');
            }
            tidied.append(source.text(new SourceSpan(lexer.start(), lexer.end())));
            end = lexer.end();
        }
        return tidied.toString();
    }
}
