package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code PARTITION BY} and what follows.
 *
 * @param strategy in upper case: RANGE, LIST, HASH, KEY, LINEAR HASH, RANGE COLUMNS, SYSTEM_TIME …
 * @param key what stands in the parentheses
 * @param rest all that follows: number and definitions of partitions, sub-partitioning
 */
public record PartitionScheme(String strategy, Optional<Expression> key, Optional<Expression> rest) {
    /** Returns the columns of the key that are plain names. */
    public List<String> columns() {
        return key.stream().flatMap(Expression::names).toList();
    }
}
