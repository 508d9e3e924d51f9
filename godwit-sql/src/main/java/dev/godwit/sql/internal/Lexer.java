package dev.godwit.sql.internal;

import dev.godwit.sql.SourceSpan;
import java.nio.charset.StandardCharsets;

/**
 * Cuts bytes into tokens, one at a time and without copying. Reads every byte a bounded number of times, whatever the
 * input; what never ends becomes one {@link Token#UNTERMINATED} up to the end of the text.
 */
public final class Lexer {
    /** Whether a backslash in a plain string escapes the byte after it. */
    public enum Backslash {
        PLAIN,
        ESCAPES
    }

    /** What stands between double quotes where the product leaves that to the session. */
    public enum DoubleQuotes {
        STRING,
        NAME
    }

    private static final byte[] SEMICOLON = {';'};
    private static final int NO_BYTE = -1;

    private final ByteWindow bytes;
    private final Lexicon lexicon;
    private final QuoteScanner quotes;
    private final CommentScanner comments;
    private Backslash backslash = Backslash.PLAIN;
    private DoubleQuotes doubleQuotes;
    private byte[] delimiter = SEMICOLON;
    private boolean wordDelimiter;
    private int symbolDelimiter = ';';
    private Token token = Token.END;
    private String unterminated = "";
    private int start;
    private int end;

    public Lexer(ByteWindow bytes, Lexicon lexicon) {
        this.bytes = bytes;
        this.lexicon = lexicon;
        this.quotes = new QuoteScanner(bytes);
        this.comments = new CommentScanner(bytes, lexicon);
        this.doubleQuotes = lexicon.has(LexicalFeature.DOUBLE_QUOTED_STRINGS) ? DoubleQuotes.STRING : DoubleQuotes.NAME;
        this.start = bytes.start();
        this.end = bytes.start();
    }

    /** Goes on at {@code offset}. */
    public void seek(int offset) {
        end = offset;
    }

    /** Reads plain strings as {@code mode} says from here on. */
    public void backslash(Backslash mode) {
        backslash = mode;
    }

    /** Returns how plain strings are read. */
    public Backslash backslash() {
        return backslash;
    }

    /** Reads double quotes as {@code mode} says from here on. */
    public void doubleQuotes(DoubleQuotes mode) {
        doubleQuotes = mode;
    }

    /** Reads as {@code other} does. */
    public void readAs(Lexer other) {
        backslash = other.backslash;
        doubleQuotes = other.doubleQuotes;
        delimiter = other.delimiter;
        wordDelimiter = other.wordDelimiter;
        symbolDelimiter = other.symbolDelimiter;
    }

    /** Ends statements at {@code text} from here on. */
    public void delimiter(byte[] text) {
        delimiter = text.clone();
        int first = text[0] & 0xFF;
        wordDelimiter = Lexicon.digit(first) || Lexicon.letter(first);
        symbolDelimiter = wordDelimiter ? NO_BYTE : first;
    }

    /** Returns whether statements end at a semicolon. */
    public boolean plainDelimiter() {
        return delimiter.length == 1 && delimiter[0] == ';';
    }

    /** Returns whether the delimiter stands in {@code from..to}. */
    public boolean delimiterWithin(int from, int to) {
        for (int offset = from; offset < to; offset++) {
            if (bytes.matches(delimiter, offset)) {
                return true;
            }
        }
        return false;
    }

    public ByteWindow bytes() {
        return bytes;
    }

    public Token token() {
        return token;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public SourceSpan span() {
        return new SourceSpan(start, end);
    }

    /** Returns the first byte of the token. */
    public int first() {
        return bytes.at(start);
    }

    /** Returns what the token of kind {@link Token#UNTERMINATED} is. */
    public String unterminated() {
        return unterminated;
    }

    /** Returns whether the token is the word {@code keyword}, which is in upper case, written in any case. */
    public boolean is(String keyword) {
        int length = keyword.length();
        if (token != Token.WORD || end - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((bytes.at(start + i) & ~0x20) != keyword.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text of the token. */
    public String text() {
        return bytes.text(start, end);
    }

    /** Returns the word in upper case, or the empty string for what is no keyword. */
    public String upper() {
        if (token != Token.WORD || end - start > 32) {
            return "";
        }
        byte[] word = new byte[end - start];
        for (int i = 0; i < word.length; i++) {
            int c = bytes.at(start + i);
            word[i] = (byte) (c >= 'a' && c <= 'z' ? c - 0x20 : c);
        }
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    /** Reads the next token. */
    public Token next() {
        int p = end;
        int c = bytes.at(p);
        if (lexicon.space(c)) {
            p = bytes.skip(lexicon.spaces(), p + 1);
            c = bytes.at(p);
        }
        start = p;
        token = c == symbolDelimiter && (delimiter.length == 1 || bytes.matches(delimiter, p))
                ? upTo(p + delimiter.length, Token.TERMINATOR)
                : scan(c);
        return token;
    }

    private Token scan(int c) {
        return switch (lexicon.startOf(c)) {
            case LETTER -> word();
            case DIGIT -> number();
            case QUOTE -> string(start, backslash);
            case DOUBLE_QUOTE ->
                doubleQuotes == DoubleQuotes.STRING ? string(start, backslash) : quotedName(start, '"');
            case BACKTICK -> quotedName(start, '`');
            case BRACKET -> closed(quotes.bracket(start + 1), Token.QUOTED_NAME, "quoted name");
            case DOLLAR -> dollar();
            case DASH -> bytes.at(start + 1) == '-' ? lineComment(comments.dashes(start)) : symbol();
            case HASH -> lineComment(comments.lineEnd(start));
            case SLASH -> bytes.at(start + 1) == '*' ? blockComment() : symbol();
            case STAR -> bytes.at(start + 1) == '/' ? upTo(start + 2, Token.EXECUTABLE_CLOSE) : symbol();
            case OTHER, SPACE -> symbol();
            case END -> upTo(start, Token.END);
        };
    }

    private Token upTo(int offset, Token kind) {
        end = offset;
        return kind;
    }

    private Token symbol() {
        return upTo(start + 1, Token.SYMBOL);
    }

    private Token closed(int offset, Token kind, String what) {
        if (offset >= 0) {
            return upTo(offset, kind);
        }
        unterminated = what;
        return upTo(bytes.limit(), Token.UNTERMINATED);
    }

    private Token string(int quote, Backslash mode) {
        return closed(quotes.quoted(quote, mode), Token.STRING, "string");
    }

    private Token quotedName(int quote, int mark) {
        return closed(
                quotes.quoted(quote, Backslash.PLAIN),
                Token.QUOTED_NAME,
                mark == '`' ? "name in backticks" : "quoted name");
    }

    private Token lineComment(int offset) {
        return offset < 0 ? symbol() : upTo(offset, Token.COMMENT);
    }

    private Token blockComment() {
        int open = comments.executable(start);
        if (open >= 0) {
            return upTo(open, Token.EXECUTABLE_OPEN);
        }
        return closed(comments.block(start), Token.COMMENT, "comment");
    }

    private Token word() {
        int p = delimiter[0] == '$' ? wordWithoutDelimiter() : bytes.skip(lexicon.wordParts(), start + 1);
        if (wordDelimiter && p - start == delimiter.length && bytes.matches(delimiter, start)) {
            return upTo(p, Token.TERMINATOR);
        }
        if (p == start + 1 && lexicon.has(LexicalFeature.PREFIXED_STRINGS)) {
            return letter();
        }
        return upTo(p, Token.WORD);
    }

    // A delimiter such as $$ ends a word that it could be part of: clients look for it everywhere.
    private int wordWithoutDelimiter() {
        int p = start + 1;
        int c = bytes.at(p);
        while (lexicon.wordPart(c) && !(c == '$' && bytes.matches(delimiter, p))) {
            c = bytes.at(++p);
        }
        return p;
    }

    private Token letter() {
        int after = bytes.at(start + 1);
        int c = bytes.at(start) | 0x20;
        if (after == '\'' && c == 'e') {
            return closed(quotes.escaped(start + 1), Token.STRING, "string");
        }
        if (after == '\'' && (c == 'b' || c == 'x')) {
            return string(start + 1, Backslash.PLAIN);
        }
        if (after == '&' && c == 'u' && bytes.at(start + 2) == '\'') {
            return string(start + 2, Backslash.PLAIN);
        }
        if (after == '&' && c == 'u' && bytes.at(start + 2) == '"') {
            return quotedName(start + 2, '"');
        }
        return upTo(start + 1, Token.WORD);
    }

    private Token number() {
        int p = start + 1;
        boolean digits = true;
        int c = bytes.at(p);
        while (lexicon.wordPart(c) && c != '$') {
            digits &= Lexicon.digit(c);
            c = bytes.at(++p);
        }
        boolean name = !digits && lexicon.has(LexicalFeature.WORDS_BEGIN_ANYHOW);
        if (wordDelimiter && p - start == delimiter.length && bytes.matches(delimiter, start)) {
            return upTo(p, Token.TERMINATOR);
        }
        return upTo(p, name ? Token.WORD : Token.NUMBER);
    }

    private Token dollar() {
        int open = quotes.dollarTag(start);
        if (open < 0) {
            return symbol();
        }
        return closed(quotes.dollarEnd(start, open), Token.STRING, "dollar-quoted string");
    }
}
