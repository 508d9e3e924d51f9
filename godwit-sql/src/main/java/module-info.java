/** Reads SQL: lexers, splitters and the statement tree. No I/O and no third-party code. */
module dev.godwit.sql {
    requires static transitive org.jspecify;

    exports dev.godwit.sql;
}
