package dev.godwit.sql.mysql;

import java.util.EnumSet;
import java.util.Set;

/** The words that matter to where a stored program ends. */
enum Word {
    OTHER,
    AGGREGATE,
    ALTER,
    AS,
    ATOMIC,
    BEGIN,
    CALL,
    CASE,
    CHAR,
    CHARACTER,
    COMMIT,
    CREATE,
    CURRENT_ROLE,
    CURRENT_USER,
    DEFINER,
    DELETE,
    DO,
    DROP,
    ELSE,
    END,
    EVENT,
    EXECUTE,
    FOLLOWS,
    FOR,
    FUNCTION,
    HANDLER,
    IF,
    INSERT,
    IS,
    LOOP,
    NOT,
    OR,
    PACKAGE,
    PRECEDES,
    PREPARE,
    PROCEDURE,
    REPEAT,
    REPLACE,
    RETURN,
    RETURNS,
    ROLLBACK,
    ROW,
    SELECT,
    SET,
    SHOW,
    SIGNAL,
    START,
    TABLE,
    THEN,
    TRIGGER,
    TRUNCATE,
    UPDATE,
    VALUES,
    WHILE,
    WITH;

    /** What may stand between CREATE and the kind of a program. */
    static final Set<Word> BEFORE_KIND = EnumSet.of(OR, REPLACE, DEFINER, AGGREGATE, CURRENT_USER, CURRENT_ROLE);

    /** What opens a block where a statement begins. */
    static final Set<Word> BLOCKS = EnumSet.of(BEGIN, IF, CASE, LOOP, WHILE, REPEAT, FOR);

    /** What a statement follows directly. */
    static final Set<Word> LEAD_IN = EnumSet.of(BEGIN, ATOMIC, THEN, ELSE, DO, LOOP, REPEAT);

    /** What the body of a routine may begin with, apart from blocks. */
    static final Set<Word> VERBS = EnumSet.of(
            SELECT, INSERT, UPDATE, DELETE, REPLACE, SET, CALL, RETURN, WITH, DO, TRUNCATE, CREATE, ALTER, DROP,
            EXECUTE, PREPARE, START, COMMIT, ROLLBACK, VALUES, TABLE, SIGNAL, SHOW);
}
