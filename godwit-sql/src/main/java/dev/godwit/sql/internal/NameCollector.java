package dev.godwit.sql.internal;

import dev.godwit.sql.SourceSpan;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers the names that a statement mentions, up to a number that no statement written by hand reaches. */
public final class NameCollector {
    /** Whether the words in strings count as names. */
    public enum Strings {
        SKIP,
        READ
    }

    private static final int MOST = 500;
    private static final int LONGEST = 256;

    private final NameReader reader;
    private final Strings strings;
    private final Set<String> names = new LinkedHashSet<>();

    private NameCollector(NameReader reader, Strings strings) {
        this.reader = reader;
        this.strings = strings;
    }

    /** Returns the names in {@code span} in the order in which they appear. */
    public static Set<String> collect(Lexer lexer, SourceSpan span, NameReader reader, Strings strings) {
        NameCollector collector = new NameCollector(reader, strings);
        lexer.seek(span.start());
        while (collector.names.size() < MOST && lexer.next() != Token.END && lexer.start() < span.end()) {
            collector.token(lexer);
        }
        return collector.names;
    }

    private void token(Lexer lexer) {
        switch (lexer.token()) {
            case WORD, QUOTED_NAME -> add(lexer.token(), lexer.span().length() > LONGEST ? "" : lexer.text());
            case STRING, UNTERMINATED -> string(lexer);
            case NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, END -> {}
        }
    }

    private void string(Lexer lexer) {
        if (lexer.token() == Token.STRING && lexer.span().length() <= LONGEST) {
            add(Token.STRING, lexer.text());
        }
        if (strings == Strings.READ) {
            words(lexer.bytes(), lexer.span());
        }
    }

    private void add(Token kind, String text) {
        if (!text.isEmpty()) {
            reader.read(kind, text).ifPresent(names::add);
        }
    }

    private void words(ByteWindow bytes, SourceSpan span) {
        int p = span.start();
        while (p < span.end() && names.size() < MOST) {
            int from = p;
            while (p < span.end() && wordPart(bytes.at(p))) {
                p++;
            }
            if (p > from && p - from <= LONGEST) {
                String word = bytes.source().text(new SourceSpan(from, p));
                names.add(word);
                add(Token.WORD, word);
            }
            p = Math.max(p, from + 1);
        }
    }

    private static boolean wordPart(int c) {
        return Lexicon.letter(c) || Lexicon.digit(c) || c == '$';
    }
}
