package dev.godwit.sql.mysql;

/** The words that begin a clause of a statement on rows. */
enum DmlWord {
    OTHER,
    DELETE,
    DUPLICATE,
    FROM,
    INTO,
    JOIN,
    LIMIT,
    ON,
    ORDER,
    RETURNING,
    SELECT,
    SET,
    STRAIGHT_JOIN,
    TABLE,
    UPDATE,
    USING,
    VALUE,
    VALUES,
    WHERE,
    WITH
}
