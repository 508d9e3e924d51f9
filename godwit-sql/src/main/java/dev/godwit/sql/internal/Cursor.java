package dev.godwit.sql.internal;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the tokens of one statement from left to right; comments and the marks of executable ones are passed over. */
public final class Cursor {
    private final Lexer lexer;
    private final NameReader names;
    private final TokenRuns runs;
    private SourceSpan span = new SourceSpan(0, 0);
    private Token token = Token.END;
    private int passed;

    public Cursor(Lexer lexer, NameReader names) {
        this.lexer = lexer;
        this.names = names;
        this.runs = new TokenRuns(this, lexer, names);
    }

    /** Returns what reads runs of tokens from where the cursor stands. */
    public TokenRuns runs() {
        return runs;
    }

    /** Starts with the first token of {@code statement}. */
    public void open(SourceSpan statement) {
        span = statement;
        seek(statement.start());
    }

    /** Returns what the tokens are read from. */
    public ByteWindow bytes() {
        return lexer.bytes();
    }

    /** Returns the statement. */
    public SourceSpan span() {
        return span;
    }

    /** Returns the kind of the token that comes next. */
    public Token token() {
        return token;
    }

    /** Returns where the next token begins, to come back to with {@link #seek}. */
    public int mark() {
        return token == Token.END ? span.end() : lexer.start();
    }

    public void seek(int mark) {
        lexer.seek(mark);
        passed = mark;
        read();
    }

    /** Returns where the token ends that was passed over last. */
    public int passed() {
        return passed;
    }

    /** Returns whether a backslash escapes within strings. */
    public Lexer.Backslash backslash() {
        return lexer.backslash();
    }

    /** Returns where the cursor stands, with what was passed over last, to go {@link #back} to after a look ahead. */
    public long place() {
        return ((long) mark() << Integer.SIZE) | passed;
    }

    public void back(long place) {
        seek((int) (place >> Integer.SIZE));
        passed = (int) place;
    }

    /** Passes over the next token. */
    public void advance() {
        if (token != Token.END) {
            passed = lexer.end();
        }
        read();
    }

    /** Returns the span from {@code mark} to the end of the token that was last passed over. */
    public SourceSpan spanSince(int mark) {
        return new SourceSpan(mark, Math.max(mark, passed));
    }

    private void read() {
        do {
            token = lexer.end() < span.end() ? lexer.next() : Token.END;
        } while (token == Token.COMMENT || token == Token.EXECUTABLE_OPEN || token == Token.EXECUTABLE_CLOSE);
    }

    public boolean atEnd() {
        return token == Token.END;
    }

    /** Returns the word that comes next in upper case, or an empty string. */
    public String upper() {
        return token == Token.WORD ? lexer.upper() : "";
    }

    /** Returns which of {@code keywords} comes next, or what stands for every other word. */
    public <E extends Enum<E>> E keyword(Keywords<E> keywords) {
        return keywords.find(lexer);
    }

    /** Returns the text of the next token. */
    public String text() {
        return token == Token.END ? "" : lexer.text();
    }

    /** Returns the text of {@code from..to}. */
    public String text(int from, int to) {
        return lexer.bytes().text(from, to);
    }

    /** Returns the text from the next token to the last one, if there is any; the cursor stays where it is. */
    public Optional<String> rest() {
        if (token == Token.END) {
            return Optional.empty();
        }
        int mark = mark();
        int end = mark;
        while (!atEnd()) {
            end = lexer.end();
            advance();
        }
        seek(mark);
        return Optional.of(lexer.bytes().text(mark, end));
    }

    /** Returns the first byte of the next token. */
    public int first() {
        return lexer.first();
    }

    public boolean is(String keyword) {
        return token == Token.WORD && lexer.is(keyword);
    }

    public boolean isSymbol(char symbol) {
        return token == Token.SYMBOL && lexer.first() == symbol;
    }

    /** Passes over {@code keyword} if it comes next. */
    public boolean take(String keyword) {
        boolean taken = is(keyword);
        if (taken) {
            advance();
        }
        return taken;
    }

    public boolean takeSymbol(char symbol) {
        boolean taken = isSymbol(symbol);
        if (taken) {
            advance();
        }
        return taken;
    }

    /** Passes over as many {@code symbol} as come next. */
    public void skipSymbols(char symbol) {
        while (isSymbol(symbol)) {
            advance();
        }
    }

    /** Passes over all {@code keywords} if they come next in this order. */
    public boolean take(String... keywords) {
        return is(keywords[0]) && take(List.of(keywords));
    }

    /** Passes over all {@code keywords} if they come next in this order. */
    public boolean take(List<String> keywords) {
        long place = place();
        for (String keyword : keywords) {
            if (!take(keyword)) {
                back(place);
                return false;
            }
        }
        return true;
    }

    /** Tells whether all {@code keywords} come next in this order; the cursor stays where it is. */
    public boolean sees(String... keywords) {
        int mark = mark();
        int before = passed;
        boolean seen = take(keywords);
        if (seen) {
            seek(mark);
            passed = before;
        }
        return seen;
    }

    /** Passes over as many of {@code keywords} as come next, in any order. */
    public void skip(String... keywords) {
        boolean taken = true;
        while (taken) {
            taken = false;
            for (String keyword : keywords) {
                taken |= take(keyword);
            }
        }
    }

    /** Reads {@code IF EXISTS} or {@code IF NOT EXISTS}. */
    public Guard guard() {
        if (take("IF", "NOT", "EXISTS")) {
            return Guard.IF_NOT_EXISTS;
        }
        return take("IF", "EXISTS") ? Guard.IF_EXISTS : Guard.NONE;
    }

    /** Reads one part of a name. */
    public Optional<Identifier> identifier() {
        if (token != Token.WORD && token != Token.QUOTED_NAME && token != Token.STRING) {
            return Optional.empty();
        }
        Optional<String> read = names.read(token, lexer.text());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        advance();
        return Optional.of(new Identifier(read.get()));
    }

    /** Reads a name with its qualifiers. */
    public Optional<QualifiedName> name() {
        Optional<Identifier> first = identifier();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<Identifier> parts = new ArrayList<>(2);
        parts.add(first.get());
        while (isSymbol('.')) {
            int dot = mark();
            advance();
            Optional<Identifier> part = identifier();
            if (part.isEmpty()) {
                seek(dot);
                break;
            }
            parts.add(part.get());
        }
        return Optional.of(new QualifiedName(parts));
    }

    /** Reads names between commas; parentheses after one, as of a routine's arguments, are passed over. */
    public List<QualifiedName> names() {
        List<QualifiedName> read = new ArrayList<>(1);
        do {
            take("ONLY");
            Optional<QualifiedName> name = name();
            if (name.isEmpty()) {
                break;
            }
            read.add(name.get());
            takeSymbol('*');
            skipParentheses();
        } while (takeSymbol(','));
        return read;
    }

    /** Passes over one pair of parentheses with all that is in it, if one comes next; returns whether each is closed. */
    public boolean skipParentheses() {
        if (!isSymbol('(')) {
            return true;
        }
        int depth = 0;
        do {
            if (isSymbol('(')) {
                depth++;
            } else if (isSymbol(')')) {
                depth--;
            }
            advance();
        } while (depth > 0 && !atEnd());
        return depth == 0;
    }

    /** Goes on to the next of {@code keyword} outside of parentheses, or to the end; returns whether it is there. */
    public boolean find(String keyword) {
        while (!atEnd() && !is(keyword)) {
            pass();
        }
        return is(keyword);
    }

    /** Passes over the next token, or over all that stands in parentheses. */
    public void pass() {
        if (isSymbol('(')) {
            skipParentheses();
        } else {
            advance();
        }
    }
}
