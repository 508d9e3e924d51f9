package dev.godwit.sql.internal;

/** In what the lexical rules of the products differ. */
public enum LexicalFeature {
    /** {@code $tag$ … $tag$} is a string. */
    DOLLAR_QUOTES,
    /** {@code E'…'}, {@code B'…'}, {@code X'…'}, {@code U&'…'} and {@code U&"…"} are one token. */
    PREFIXED_STRINGS,
    /** A block comment may hold another one. */
    NESTED_COMMENTS,
    /** A carriage return ends a line comment. */
    RETURN_ENDS_COMMENT,
    /** {@code "…"} is a string unless the session says otherwise. */
    DOUBLE_QUOTED_STRINGS,
    /** {@code `…`} is a name. */
    BACKTICKS,
    /** {@code […]} is a name. */
    BRACKETS,
    /** {@code #} begins a line comment. */
    HASH_COMMENTS,
    /** {@code --} begins a comment only before white space. */
    DASHES_NEED_SPACE,
    /** {@code /*!} begins a comment that the server executes. */
    EXECUTABLE_COMMENTS,
    /** {@code /*M!} does so too. */
    MARIADB_COMMENTS,
    /** A name may begin with a digit or a dollar sign. */
    WORDS_BEGIN_ANYHOW,
    /** A block comment may end with the text. */
    OPEN_COMMENTS
}
