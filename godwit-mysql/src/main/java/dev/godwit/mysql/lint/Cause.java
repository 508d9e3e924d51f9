package dev.godwit.mysql.lint;

/** Why an alteration copies a table or keeps its writers waiting; a rule each. */
enum Cause {
    FOREIGN_KEY,
    ENUM_MEMBERS,
    SET_MEMBERS,
    LENGTH_BYTES,
    CHARACTER_SET,
    STORED_COLUMN,
    EXPRESSION_DEFAULT,
    AUTO_INCREMENT,
    FULLTEXT_OR_SPATIAL,
    DROPPED_PRIMARY_KEY,
    PARTITIONS,
    /** Elsewhere it would be done in a better way: the table bars the server from it. */
    TABLE_SHAPE,
    /** The server takes an ALGORITHM that it does not keep to. */
    IDLE_ASSERTION,
    /** The statement asks for a lock that it does not need. */
    ASKED_LOCK,
    /** All else. */
    OTHER
}
