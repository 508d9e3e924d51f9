package dev.godwit.sql.sqlite;

import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Pieces;
import dev.godwit.sql.internal.Token;

/** Finds the ends of statements where SQLite's parser finds them. */
final class SqliteSplitter {
    private final ByteWindow bytes;
    private final Lexer lexer;
    private final SqliteOutline outline;
    private final Pieces pieces;
    private final TriggerBody body = new TriggerBody();

    SqliteSplitter(ByteWindow bytes, Lexer lexer, SqliteOutline outline, Pieces pieces) {
        this.bytes = bytes;
        this.lexer = lexer;
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
            case WORD -> {
                body.word(lexer, pieces.open() ? TriggerBody.Place.WITHIN : TriggerBody.Place.FIRST);
                pieces.extend(lexer);
            }
            case QUOTED_NAME, STRING, NUMBER, EXECUTABLE_OPEN, EXECUTABLE_CLOSE -> {
                body.other();
                pieces.extend(lexer);
            }
            case SYMBOL -> symbol();
            case TERMINATOR -> terminator();
            case COMMENT -> pieces.comment(lexer);
            case UNTERMINATED -> pieces.unterminated(lexer);
            case END -> {}
        }
    }

    private void symbol() {
        boolean command = !pieces.open() && lexer.first() == '.' && lineStart();
        if (command) {
            pieces.refuseLine(lexer, "a line that begins with a dot is a command to the sqlite3 shell, not SQL");
            return;
        }
        body.other();
        pieces.extend(lexer);
    }

    private boolean lineStart() {
        int before = lexer.start() - 1;
        return before < bytes.start() + bytes.byteOrderMark() || bytes.at(before) == '\n';
    }

    private void terminator() {
        if (!pieces.open()) {
            return;
        }
        if (body.open()) {
            body.terminator();
            pieces.extend(lexer);
            return;
        }
        pieces.add(outline.read(pieces.close()));
        body.reset();
    }

    private void finish() {
        if (!pieces.open()) {
            return;
        }
        if (body.open()) {
            pieces.unclosed("the BEGIN", body.start());
        } else {
            pieces.add(outline.read(pieces.close()));
        }
    }
}
