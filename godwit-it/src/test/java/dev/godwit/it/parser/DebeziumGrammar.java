package dev.godwit.it.parser;

import io.debezium.antlr.CaseChangingCharStream;
import io.debezium.ddl.parser.mariadb.generated.MariaDBLexer;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Debezium's grammars of MySQL, which follows the server's own, and of MariaDB. */
enum DebeziumGrammar {
    MYSQL {
        @Override
        GrammarNode parse(String sql) throws RefusedException {
            MySqlLexer lexer = new MySqlLexer(CharStreams.fromString(sql));
            lexer.serverVersion = MYSQL_VERSION;
            MySqlParser parser = new MySqlParser(new CommonTokenStream(lexer));
            parser.serverVersion = MYSQL_VERSION;
            return read(lexer, parser, parser::query);
        }
    },

    MARIADB {
        @Override
        GrammarNode parse(String sql) throws RefusedException {
            CharStream text = CharStreams.fromString(sql);
            MariaDBLexer lexer = new MariaDBLexer(new CaseChangingCharStream(text, true));
            MariaDBParser parser = new MariaDBParser(new CommonTokenStream(lexer));
            return read(lexer, parser, parser::root);
        }
    };

    private static final int MYSQL_VERSION = 80_033;

    /** What the grammar does not read. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private RefusedException(String message) {
            super(message, null, false, false);
        }
    }

    /** A rule of a grammar. */
    private interface Rule {
        ParseTree apply();
    }

    /** Keeps the first complaint. */
    private static final class FirstError extends BaseErrorListener {
        private @Nullable String message;

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String text,
                @Nullable RecognitionException cause) {
            if (message == null) {
                message = text;
            }
        }
    }

    /** Reads one statement. */
    abstract GrammarNode parse(String sql) throws RefusedException;

    private static GrammarNode read(Lexer lexer, Parser parser, Rule rule) throws RefusedException {
        FirstError error = new FirstError();
        lexer.removeErrorListeners();
        lexer.addErrorListener(error);
        parser.removeErrorListeners();
        parser.addErrorListener(error);
        ParseTree tree = rule.apply();
        String message = error.message;
        if (message != null) {
            throw new RefusedException(message);
        }
        Token next = parser.getCurrentToken();
        if (next.getType() != Token.EOF) {
            throw new RefusedException("extraneous input '" + next.getText() + "'");
        }
        return GrammarNode.of(tree, parser);
    }
}
