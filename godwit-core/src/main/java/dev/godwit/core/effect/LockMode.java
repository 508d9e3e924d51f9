package dev.godwit.core.effect;

/** What others cannot do while a statement holds its locks, from harmless to worst. */
public enum LockMode {
    BLOCKS_NOTHING,
    BLOCKS_DDL,
    BLOCKS_WRITES,
    BLOCKS_READS_AND_WRITES
}
