package dev.godwit.sql;

/**
 * One token of an expression.
 *
 * @param text for {@link Kind#WORD} the word folded as the product folds names, for {@link Kind#NAME} the name without its quotes, for
 *     {@link Kind#STRING} the literal as written, for {@link Kind#SYMBOL} one operator or punctuation mark such as {@code <=} or {@code ::}
 */
public record Lexeme(Kind kind, String text) {
    /** What kind of token it is. */
    public enum Kind {
        WORD,
        NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    /** Tells whether this is the keyword {@code word}, in whatever case it was written. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Tells whether this is that operator or punctuation mark. */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Tells whether this can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
