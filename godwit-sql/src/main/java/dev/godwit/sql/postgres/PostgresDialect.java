package dev.godwit.sql.postgres;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** PostgreSQL, with the commands of psql that dumps contain. */
public final class PostgresDialect implements Dialect {
    private static final Lexicon LEXICON = new Lexicon(EnumSet.of(
            LexicalFeature.DOLLAR_QUOTES,
            LexicalFeature.PREFIXED_STRINGS,
            LexicalFeature.NESTED_COMMENTS,
            LexicalFeature.RETURN_ENDS_COMMENT));
    private static final NameReader NAMES = new PostgresNames();

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Script split(SqlSource source, SourceSpan part) {
        ByteWindow bytes = new ByteWindow(source, part);
        return new Script(
                source, part, split(bytes, Pieces.statements(bytes), 0).statements());
    }

    @Override
    public Statement statement(SqlSource source, SourceSpan span) {
        return WholeStatement.of(
                split(source, span).statements(),
                lexer(source, span),
                whole -> new PostgresOutline(cursor(new ByteWindow(source, whole)), 0).read(whole));
    }

    @Override
    public List<SourceSpan> comments(SqlSource source, SourceSpan part) {
        ByteWindow bytes = new ByteWindow(source, part);
        return List.copyOf(split(bytes, Pieces.withComments(bytes), 0).comments());
    }

    @Override
    public Set<String> names(SqlSource source, Statement statement) {
        NameCollector.Strings strings = dynamic(statement) ? NameCollector.Strings.READ : NameCollector.Strings.SKIP;
        return NameCollector.collect(lexer(source, statement.span()), statement.span(), NAMES, strings);
    }

    @Override
    public String print(SqlSource source, Statement statement) {
        return PostgresPrinter.print(source, statement);
    }

    @Override
    public Expression expression(String text) {
        SqlSource source = SqlSource.of("expression", text);
        Cursor cursor = cursor(new ByteWindow(source, source.whole()));
        cursor.open(source.whole());
        return cursor.runs().toEnd().orElseGet(() -> new Expression(source.whole(), text, List.of()));
    }

    @Override
    public String quote(String name) {
        return '"' + SafeText.checked(name).replace("\"", "\"\"") + '"';
    }

    /** {@inheritDoc} A text with a backslash becomes {@code E'…'}, which reads alike whatever standard_conforming_strings is. */
    @Override
    public String literal(String text) {
        return PostgresText.literal(text);
    }

    private static Pieces split(ByteWindow bytes, Pieces pieces, int nesting) {
        Lexer lexer = new Lexer(bytes, LEXICON);
        Lexer inner = new Lexer(bytes, LEXICON);
        var outline = new PostgresOutline(new Cursor(inner, NAMES), nesting);
        new PostgresSplitter(bytes, lexer, inner, outline, pieces).run();
        return pieces;
    }

    /** Returns the statements of code that stands in {@code nesting} blocks. */
    static List<Statement> statements(ByteWindow bytes, int nesting) {
        return split(bytes, Pieces.statements(bytes), nesting).statements();
    }

    /** Returns a cursor over {@code bytes}. */
    static Cursor cursor(ByteWindow bytes) {
        return new Cursor(new Lexer(bytes, LEXICON), NAMES);
    }

    private static Lexer lexer(SqlSource source, SourceSpan span) {
        return new Lexer(new ByteWindow(source, span), LEXICON);
    }

    private static boolean dynamic(Statement statement) {
        return switch (statement) {
            case Statement.Dml dml -> Set.of("CALL", "EXECUTE").contains(dml.verb());
            case Statement.SessionSetting setting -> setting.name().equals("prepare");
            case Statement.Unparsed unparsed -> true;
            case Statement.TransactionControl control -> false;
            case Statement.CreateIndex index -> false;
            case Statement.DropIndex index -> false;
            case Statement.Reindex reindex -> false;
            case Statement.AddEnumValue value -> false;
            case Statement.CopyFromStdin copy -> false;
            case Statement.CodeBlock block -> true;
            case dev.godwit.sql.Definition definition -> false;
            case Statement.Maintenance maintenance -> false;
        };
    }
}
