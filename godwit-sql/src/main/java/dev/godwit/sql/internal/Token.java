package dev.godwit.sql.internal;

/** What the lexer found. White space lies between tokens and is none itself. */
public enum Token {
    /** An unquoted name or keyword. */
    WORD,
    /** A name in quotes. */
    QUOTED_NAME,
    /** A string literal of any notation, its prefix included. */
    STRING,
    /** Digits and the letters that follow them. */
    NUMBER,
    /** One byte of punctuation, or one that no token begins with. */
    SYMBOL,
    /** The delimiter that ends a statement. */
    TERMINATOR,
    /** A comment with its markers; a line comment ends before its line terminator. */
    COMMENT,
    /** The begin of a comment that the server executes. */
    EXECUTABLE_OPEN,
    /** The end of a comment that the server executes. */
    EXECUTABLE_CLOSE,
    /** A literal, name or comment whose end is missing; it reaches to the end of the text. */
    UNTERMINATED,
    /** The end of the text. */
    END
}
