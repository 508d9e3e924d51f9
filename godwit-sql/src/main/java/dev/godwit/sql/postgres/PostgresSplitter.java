package dev.godwit.sql.postgres;

import static dev.godwit.sql.Statement.Unparsed.Handling.REFUSE;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Lexer.Backslash;
import dev.godwit.sql.internal.Pieces;
import dev.godwit.sql.internal.Token;
import java.util.Locale;
import java.util.Set;

/** Finds the ends of statements where psql finds them. */
final class PostgresSplitter {
    private static final Set<String> OFF = Set.of("off", "of", "false", "fals", "fal", "fa", "f", "no", "n", "0");

    private final ByteWindow bytes;
    private final Lexer lexer;
    private final Lexer inner;
    private final PostgresOutline outline;
    private final Pieces pieces;
    private final AtomicBody body = new AtomicBody();
    private Backslash session = Backslash.PLAIN;
    private int parentheses;
    private int parenthesis;

    PostgresSplitter(ByteWindow bytes, Lexer lexer, Lexer inner, PostgresOutline outline, Pieces pieces) {
        this.bytes = bytes;
        this.lexer = lexer;
        this.inner = inner;
        this.outline = outline;
        this.pieces = pieces;
    }

    void run() {
        lexer.seek(bytes.start() + bytes.byteOrderMark());
        while (lexer.next() != Token.END) {
            token();
        }
        finish();
    }

    private void token() {
        switch (lexer.token()) {
            case WORD -> word();
            case SYMBOL -> symbol();
            case QUOTED_NAME, STRING, NUMBER, EXECUTABLE_OPEN, EXECUTABLE_CLOSE -> other();
            case TERMINATOR -> terminator();
            case COMMENT -> pieces.comment(lexer);
            case UNTERMINATED -> pieces.unterminated(lexer);
            case END -> {}
        }
    }

    private void word() {
        if (!pieces.open()) {
            body.first(lexer);
        } else if (parentheses == 0) {
            body.word(lexer);
        }
        pieces.extend(lexer);
    }

    private void other() {
        body.other();
        pieces.extend(lexer);
    }

    private void symbol() {
        int c = lexer.first();
        if (c == '\\') {
            metaCommand();
            return;
        }
        if (c == '(') {
            parenthesis = parentheses == 0 ? lexer.start() : parenthesis;
            parentheses++;
        } else if (c == ')' && parentheses > 0) {
            parentheses--;
        }
        other();
    }

    private void terminator() {
        if (!pieces.open()) {
            return;
        }
        if (parentheses > 0 || body.open()) {
            body.terminator();
            pieces.extend(lexer);
            return;
        }
        add(outline.read(pieces.close()));
        body.reset();
    }

    private void add(Statement statement) {
        if (statement instanceof CopyFromStdin copy) {
            pieces.add(copy(copy));
            return;
        }
        follow(statement);
        pieces.add(statement);
    }

    // A script may turn off standard_conforming_strings, as old dumps do: then backslashes escape in what follows.
    private void follow(Statement statement) {
        if (statement instanceof SessionSetting setting) {
            follow(setting);
        } else if (statement instanceof TransactionControl control
                && (control.verb() == Verb.COMMIT || control.verb() == Verb.ROLLBACK)) {
            read(session);
        }
    }

    private void follow(SessionSetting setting) {
        boolean named = setting.name().equals("standard_conforming_strings");
        if (!named && !(setting.value().isEmpty() && setting.name().equals("all"))) {
            return;
        }
        Backslash mode =
                setting.value().filter(PostgresSplitter::off).isPresent() ? Backslash.ESCAPES : Backslash.PLAIN;
        if (setting.reach() == Reach.SESSION) {
            session = mode;
        }
        read(mode);
    }

    private void read(Backslash mode) {
        lexer.backslash(mode);
        inner.backslash(mode);
    }

    /** Returns whether a setting's value means false. */
    static boolean off(String value) {
        return OFF.contains(value.replace("'", "").strip().toLowerCase(Locale.ROOT));
    }

    private Statement copy(CopyFromStdin copy) {
        int line = bytes.find('\n', lexer.end());
        boolean alone = blank(lexer.end(), line);
        SourceSpan data = data(Math.min(line + 1, bytes.limit()));
        return alone
                ? new CopyFromStdin(copy.span(), data, copy.table())
                : new Unparsed(
                        new SourceSpan(copy.span().start(), data.end()),
                        "what follows COPY … FROM stdin on its line stands before the rows but would run after them",
                        REFUSE);
    }

    private boolean blank(int from, int line) {
        int p = from;
        while (p < line && (bytes.at(p) <= ' ' || bytes.at(p) == ';')) {
            p++;
        }
        return p == line || (bytes.at(p) == '-' && bytes.at(p + 1) == '-');
    }

    private SourceSpan data(int from) {
        int p = from;
        while (p < bytes.limit()) {
            int line = bytes.find('\n', p);
            if (bytes.at(p) == '\\' && bytes.at(p + 1) == '.' && bytes.trim(p, line) == p + 2) {
                lexer.seek(line);
                return new SourceSpan(from, p);
            }
            p = line + 1;
        }
        lexer.seek(bytes.limit());
        return new SourceSpan(from, bytes.limit());
    }

    private void metaCommand() {
        int end = lexer.end();
        while (Character.isLetter(bytes.at(end)) && bytes.at(end) < 0x80) {
            end++;
        }
        String name = bytes.source().text(new SourceSpan(lexer.start(), Math.min(end, lexer.start() + 40)));
        boolean restriction = name.equals("\\restrict") || name.equals("\\unrestrict");
        if (restriction && !pieces.open()) {
            lexer.seek(bytes.find('\n', end));
            return;
        }
        pieces.refuseLine(lexer, "%s is a command to psql, not SQL".formatted(name));
        reset();
    }

    private void reset() {
        body.reset();
        parentheses = 0;
    }

    private void finish() {
        if (!pieces.open()) {
            return;
        }
        if (parentheses > 0) {
            pieces.unclosed("the parenthesis", parenthesis);
        } else if (body.open()) {
            pieces.unclosed("the BEGIN ATOMIC", body.start());
        } else {
            add(outline.read(pieces.close()));
        }
    }
}
