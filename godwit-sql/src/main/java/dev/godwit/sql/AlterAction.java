package dev.godwit.sql;

/**
 * One thing that an {@code ALTER TABLE} (or INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE, FOREIGN TABLE) does; a closed set, so that a new one
 * breaks every switch that must know it.
 */
public sealed interface AlterAction permits ColumnAction, ConstraintAction, IndexAction, PartitionAction, TableAction {}
