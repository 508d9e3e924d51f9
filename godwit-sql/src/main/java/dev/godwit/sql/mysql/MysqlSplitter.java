package dev.godwit.sql.mysql;

import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Pieces;
import dev.godwit.sql.internal.Token;
import java.util.Locale;
import java.util.Set;

/** Finds the ends of statements where the mysql client finds them, and where the server does for stored programs without DELIMITER. */
final class MysqlSplitter {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Set<String> CLIENT_COMMANDS = Set.of(
            "SOURCE",
            "SYSTEM",
            "TEE",
            "NOTEE",
            "PAGER",
            "NOPAGER",
            "EDIT",
            "QUIT",
            "EXIT",
            "CONNECT",
            "PROMPT",
            "REHASH",
            "STATUS",
            "CHARSET",
            "CLEAR",
            "EGO",
            "GO",
            "PRINT",
            "WARNINGS",
            "NOWARNING",
            "RESETCONNECTION");

    private final ByteWindow bytes;
    private final Lexer lexer;
    private final Lexer inner;
    private final MysqlOutline outline;
    private final Pieces pieces;
    private final StoredProgram program;
    private final SqlMode mode;
    private int executable;
    private int executableStart;
    private int lineBound = NEVER;
    private int tokens;
    private int line;

    MysqlSplitter(ByteWindow bytes, Lexer lexer, Lexer inner, MysqlOutline outline, Pieces pieces) {
        this.bytes = bytes;
        this.lexer = lexer;
        this.inner = inner;
        this.outline = outline;
        this.pieces = pieces;
        this.program = new StoredProgram(lexer);
        this.mode = new SqlMode(bytes.source(), lexer, inner);
    }

    void run() {
        lexer.seek(bytes.start() + bytes.byteOrderMark());
        while (lexer.next() != Token.END) {
            if (lexer.start() >= lineBound && tokens > 1) {
                close();
            }
            token();
        }
        finish();
    }

    private void token() {
        switch (lexer.token()) {
            case WORD -> word();
            case SYMBOL -> symbol();
            case QUOTED_NAME, STRING, NUMBER -> part();
            case EXECUTABLE_OPEN -> {
                executableStart = executable == 0 ? lexer.start() : executableStart;
                executable++;
                pieces.extend(lexer);
            }
            case EXECUTABLE_CLOSE -> {
                executable = Math.max(0, executable - 1);
                pieces.extend(lexer);
            }
            case TERMINATOR -> terminator();
            case COMMENT -> pieces.comment(lexer);
            case UNTERMINATED -> pieces.unterminated(lexer);
            case END -> {}
        }
    }

    private void part() {
        if (lexer.token() == Token.SYMBOL && lexer.first() == ';') {
            program.terminator();
        } else {
            program.token();
        }
        pieces.extend(lexer);
        tokens++;
    }

    private void word() {
        if (!pieces.open() && first()) {
            return;
        }
        part();
    }

    /** Reads the first word of a statement; returns whether it was a command to the client. */
    private boolean first() {
        if (lexer.is("DELIMITER")) {
            delimiter();
            return true;
        }
        if (lexer.is("USE")) {
            line = line < lexer.end() ? bytes.find('\n', lexer.end()) : line;
            lineBound = lexer.delimiterWithin(lexer.end(), line) ? NEVER : line;
            return false;
        }
        if (lexer.span().length() > 15 || !CLIENT_COMMANDS.contains(lexer.upper())) {
            return false;
        }
        refuse(lexer.upper().toLowerCase(Locale.ROOT));
        return true;
    }

    private void refuse(String command) {
        pieces.refuseLine(lexer, "%s is a command to the mysql client, not SQL".formatted(command));
        reset();
    }

    private void delimiter() {
        int lineEnd = bytes.find('\n', lexer.end());
        int from = lexer.end();
        while (from < lineEnd && bytes.at(from) <= ' ') {
            from++;
        }
        int to = argumentEnd(from, lineEnd);
        if (from == to) {
            pieces.refuseLine(lexer, "DELIMITER says no delimiter");
            return;
        }
        byte[] text = argument(from, to);
        if (text.length == 0 || holdsBackslash(text)) {
            pieces.refuseLine(lexer, "the mysql client takes no such delimiter");
            return;
        }
        lexer.delimiter(text);
        inner.readAs(lexer);
        lexer.seek(lineEnd);
    }

    private byte[] argument(int from, int to) {
        int quote = bytes.at(from);
        boolean quoted = to - from > 1 && (quote == '\'' || quote == '"' || quote == '`') && bytes.at(to - 1) == quote;
        return quoted ? bytes.copy(from + 1, to - 1) : bytes.copy(from, to);
    }

    private static boolean holdsBackslash(byte[] text) {
        for (byte c : text) {
            if (c == '\\') {
                return true;
            }
        }
        return false;
    }

    private int argumentEnd(int from, int lineEnd) {
        int to = from;
        while (to < lineEnd && bytes.at(to) > ' ') {
            to++;
        }
        return to;
    }

    private void symbol() {
        if (lexer.first() != '\\') {
            part();
            return;
        }
        int command = bytes.at(lexer.end());
        boolean within = executable > 0 || program.open();
        if ((command == 'g' || command == 'G') && !within) {
            lexer.seek(lexer.end() + 1);
            if (pieces.open()) {
                close();
            }
        } else if (command == 'N') {
            part();
        } else {
            refuse("\\" + (command > ' ' && command < 0x7F ? String.valueOf((char) command) : ""));
        }
    }

    private void terminator() {
        if (!pieces.open()) {
            return;
        }
        boolean within = executable > 0 || (lexer.plainDelimiter() && program.open());
        if (within) {
            program.terminator();
            pieces.extend(lexer);
            return;
        }
        close();
    }

    // With a delimiter of its own, a statement can end within a block, which the server then refuses.
    private void close() {
        if (program.open()) {
            pieces.unclosed("the block", program.start());
        } else {
            add(outline.read(pieces.close()));
        }
        reset();
    }

    private void reset() {
        program.reset();
        executable = 0;
        lineBound = NEVER;
        tokens = 0;
    }

    private void add(Statement statement) {
        pieces.add(statement);
        if (statement instanceof SessionSetting setting) {
            mode.follow(setting);
        }
    }

    private void finish() {
        if (!pieces.open()) {
            return;
        }
        if (executable > 0) {
            pieces.unclosed("the executable comment", executableStart);
        } else {
            close();
        }
    }
}
