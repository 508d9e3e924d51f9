package dev.godwit.sql.mysql;

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
import dev.godwit.sql.internal.NameCollector.Strings;
import dev.godwit.sql.internal.NameReader;
import dev.godwit.sql.internal.Pieces;
import dev.godwit.sql.internal.WholeStatement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What MySQL and MariaDB have in common, which is all but a few lexical rules. */
final class MysqlReader {
    private static final NameReader NAMES = new MysqlNames();

    private final Product product;
    private final Lexicon lexicon;

    private MysqlReader(Product product, Set<LexicalFeature> own) {
        EnumSet<LexicalFeature> features = EnumSet.of(
                LexicalFeature.DOUBLE_QUOTED_STRINGS,
                LexicalFeature.BACKTICKS,
                LexicalFeature.HASH_COMMENTS,
                LexicalFeature.DASHES_NEED_SPACE,
                LexicalFeature.EXECUTABLE_COMMENTS,
                LexicalFeature.WORDS_BEGIN_ANYHOW);
        features.addAll(own);
        this.product = product;
        this.lexicon = new Lexicon(features);
    }

    static MysqlReader mysql() {
        return new MysqlReader(Product.MYSQL, Set.of());
    }

    static MysqlReader mariadb() {
        return new MysqlReader(Product.MARIADB, Set.of(LexicalFeature.MARIADB_COMMENTS));
    }

    Script split(SqlSource source, SourceSpan part) {
        ByteWindow bytes = new ByteWindow(source, part);
        return new Script(source, part, split(bytes, Pieces.statements(bytes)).statements());
    }

    Statement statement(SqlSource source, SourceSpan span) {
        ByteWindow bytes = new ByteWindow(source, span);
        return WholeStatement.of(
                split(bytes, Pieces.statements(bytes)).statements(), lexer(bytes), outline(lexer(bytes))::read);
    }

    List<SourceSpan> comments(SqlSource source, SourceSpan part) {
        ByteWindow bytes = new ByteWindow(source, part);
        return List.copyOf(split(bytes, Pieces.withComments(bytes)).comments());
    }

    Set<String> names(SqlSource source, Statement statement) {
        Lexer lexer = lexer(new ByteWindow(source, statement.span()));
        return NameCollector.collect(lexer, statement.span(), NAMES, dynamic(statement) ? Strings.READ : Strings.SKIP);
    }

    String print(SqlSource source, Statement statement) {
        return new MysqlPrinter(source, new ExpressionText(this::lexer)).print(statement);
    }

    Expression expression(String text) {
        SqlSource source = SqlSource.of("", text);
        Cursor cursor = new Cursor(lexer(new ByteWindow(source, source.whole())), NAMES);
        cursor.open(source.whole());
        return cursor.runs().toEnd().orElseGet(() -> new Expression(source.whole(), text, List.of()));
    }

    private Pieces split(ByteWindow bytes, Pieces pieces) {
        Lexer inner = lexer(bytes);
        new MysqlSplitter(bytes, lexer(bytes), inner, outline(inner), pieces).run();
        return pieces;
    }

    private Lexer lexer(ByteWindow bytes) {
        Lexer lexer = new Lexer(bytes, lexicon);
        lexer.backslash(Lexer.Backslash.ESCAPES);
        return lexer;
    }

    private MysqlOutline outline(Lexer lexer) {
        return new MysqlOutline(new Cursor(lexer, NAMES), product);
    }

    private static boolean dynamic(Statement statement) {
        return switch (statement) {
            case Statement.Dml dml -> Set.of("DO", "CALL", "EXECUTE").contains(dml.verb());
            case Statement.SessionSetting setting ->
                setting.name().equals("prepare") || setting.name().startsWith("@");
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
