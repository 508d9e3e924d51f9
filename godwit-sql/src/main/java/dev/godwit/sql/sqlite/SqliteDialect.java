package dev.godwit.sql.sqlite;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Script;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.LexicalFeature;
import dev.godwit.sql.internal.Lexicon;
import dev.godwit.sql.internal.NameCollector;
import dev.godwit.sql.internal.NameReader;
import dev.godwit.sql.internal.Pieces;
import dev.godwit.sql.internal.SafeText;
import dev.godwit.sql.internal.WholeStatement;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** SQLite; the dot-commands of its shell are refused. */
public final class SqliteDialect implements Dialect {
    private static final Lexicon LEXICON =
            new Lexicon(EnumSet.of(LexicalFeature.BACKTICKS, LexicalFeature.BRACKETS, LexicalFeature.OPEN_COMMENTS));
    private static final NameReader NAMES = new SqliteNames();

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Script split(SqlSource source, SourceSpan part) {
        ByteWindow bytes = new ByteWindow(source, part);
        return new Script(source, part, split(bytes, Pieces.statements(bytes)).statements());
    }

    @Override
    public Statement statement(SqlSource source, SourceSpan span) {
        ByteWindow bytes = new ByteWindow(source, span);
        return WholeStatement.of(
                split(bytes, Pieces.statements(bytes)).statements(), new Lexer(bytes, LEXICON), outline(bytes)::read);
    }

    @Override
    public List<SourceSpan> comments(SqlSource source, SourceSpan part) {
        ByteWindow bytes = new ByteWindow(source, part);
        return List.copyOf(split(bytes, Pieces.withComments(bytes)).comments());
    }

    @Override
    public Set<String> names(SqlSource source, Statement statement) {
        Lexer lexer = new Lexer(new ByteWindow(source, statement.span()), LEXICON);
        return NameCollector.collect(lexer, statement.span(), NAMES, NameCollector.Strings.SKIP);
    }

    @Override
    public String print(SqlSource source, Statement statement) {
        return new SqlitePrinter(source).print(statement);
    }

    @Override
    public Expression expression(String text) {
        SqlSource source = SqlSource.of("expression", text);
        SourceSpan all = source.whole();
        Cursor cursor = new Cursor(lexer(source, all), NAMES);
        cursor.open(all);
        return cursor.runs().toEnd().orElseGet(() -> new Expression(all, text, List.of()));
    }

    @Override
    public String quote(String name) {
        return '"' + SafeText.checked(name).replace("\"", "\"\"") + '"';
    }

    /** {@inheritDoc} A text with a zero character, which would end the statement, is written as a cast of its bytes. */
    @Override
    public String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
            return "CAST(X'" + hex + "' AS TEXT)";
        }
        return "'" + text.replace("'", "''") + "'";
    }

    /** Cuts a part of a text into tokens. */
    static Lexer lexer(SqlSource source, SourceSpan part) {
        return new Lexer(new ByteWindow(source, part), LEXICON);
    }

    private static Pieces split(ByteWindow bytes, Pieces pieces) {
        new SqliteSplitter(bytes, new Lexer(bytes, LEXICON), outline(bytes), pieces).run();
        return pieces;
    }

    private static SqliteOutline outline(ByteWindow bytes) {
        return new SqliteOutline(new Cursor(new Lexer(bytes, LEXICON), NAMES));
    }
}
