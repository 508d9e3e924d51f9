package dev.godwit.sql.internal;

import java.util.Set;

/** The lexical rules of one product, as tables over bytes; index {@link ByteWindow#END} stands for the end of the text. */
public final class Lexicon {
    /** How a token begins. */
    enum Start {
        SPACE,
        LETTER,
        DIGIT,
        QUOTE,
        DOUBLE_QUOTE,
        BACKTICK,
        BRACKET,
        DOLLAR,
        DASH,
        SLASH,
        STAR,
        HASH,
        OTHER,
        END
    }

    private final Set<LexicalFeature> features;
    private final Start[] starts = new Start[ByteWindow.END + 1];
    private final boolean[] spaces = new boolean[ByteWindow.END + 1];
    private final boolean[] wordParts = new boolean[ByteWindow.END + 1];

    public Lexicon(Set<LexicalFeature> features) {
        this.features = Set.copyOf(features);
        for (int c = 0; c < ByteWindow.END; c++) {
            starts[c] = start(c);
            spaces[c] = starts[c] == Start.SPACE;
            wordParts[c] = letter(c) || digit(c) || c == '$';
        }
        starts[ByteWindow.END] = Start.END;
    }

    boolean has(LexicalFeature feature) {
        return features.contains(feature);
    }

    Start startOf(int c) {
        return starts[c];
    }

    /** Returns the bytes that white space consists of, to skip over; not to be changed. */
    boolean[] spaces() {
        return spaces;
    }

    /** Returns the bytes that words consist of, to skip over; not to be changed. */
    boolean[] wordParts() {
        return wordParts;
    }

    boolean space(int c) {
        return spaces[c];
    }

    boolean wordPart(int c) {
        return wordParts[c];
    }

    static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && c < ByteWindow.END);
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private Start start(int c) {
        if (letter(c)) {
            return Start.LETTER;
        }
        if (digit(c)) {
            return Start.DIGIT;
        }
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f', 0x0B -> Start.SPACE;
            case '\'' -> Start.QUOTE;
            case '"' -> Start.DOUBLE_QUOTE;
            case '-' -> Start.DASH;
            case '/' -> Start.SLASH;
            case '`' -> when(LexicalFeature.BACKTICKS, Start.BACKTICK);
            case '[' -> when(LexicalFeature.BRACKETS, Start.BRACKET);
            case '#' -> when(LexicalFeature.HASH_COMMENTS, Start.HASH);
            case '*' -> when(LexicalFeature.EXECUTABLE_COMMENTS, Start.STAR);
            case '$' ->
                has(LexicalFeature.WORDS_BEGIN_ANYHOW)
                        ? Start.LETTER
                        : when(LexicalFeature.DOLLAR_QUOTES, Start.DOLLAR);
            default -> Start.OTHER;
        };
    }

    private Start when(LexicalFeature feature, Start start) {
        return has(feature) ? start : Start.OTHER;
    }
}
