package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/** What an {@code ALTER TABLE} does to partitions. */
public sealed interface PartitionAction extends AlterAction {
    /** PostgreSQL's {@code ATTACH PARTITION name bound}; {@code bound} is {@code FOR VALUES …} or {@code DEFAULT}. */
    record AttachPartition(QualifiedName partition, Expression bound) implements PartitionAction {}

    /** PostgreSQL's {@code DETACH PARTITION}. */
    record DetachPartition(QualifiedName partition, Way way) implements PartitionAction {
        /** How. */
        public enum Way {
            PLAIN,
            CONCURRENTLY,
            FINALIZE
        }
    }

    /** MySQL's {@code PARTITION BY}: every row goes to its partition. */
    record Repartition(PartitionScheme scheme) implements PartitionAction {}

    /** MySQL's {@code REMOVE PARTITIONING}. */
    record RemovePartitioning() implements PartitionAction {}

    /** MySQL's {@code EXCHANGE PARTITION partition WITH TABLE table}. */
    record ExchangePartition(Identifier partition, QualifiedName table, Validation validation)
            implements PartitionAction {
        /** Whether the rows are looked at. */
        public enum Validation {
            UNSAID,
            WITH,
            WITHOUT
        }
    }

    /**
     * Everything else that is done to partitions.
     *
     * @param verb in upper case without the word PARTITION: ADD, DROP, TRUNCATE, COALESCE, REORGANIZE, REBUILD, OPTIMIZE, ANALYZE, CHECK,
     *     REPAIR, DISCARD TABLESPACE, IMPORT TABLESPACE, CONVERT TO TABLE, CONVERT FROM TABLE, SPLIT, MERGE
     * @param partitions those that are named; empty for all, or where none is named
     * @param rest definitions, numbers and all that follows
     */
    record ChangePartitions(String verb, Statement.Guard guard, List<Identifier> partitions, Optional<Expression> rest)
            implements PartitionAction {
        public ChangePartitions {
            partitions = List.copyOf(partitions);
        }
    }
}
