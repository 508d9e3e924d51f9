package dev.godwit.core.catalog;

/**
 * How large and how busy a table is, as the server tells.
 *
 * @param rows estimated rows
 * @param bytes of its rows, on disk
 * @param indexBytes of its indexes, on disk
 * @param writes rows inserted, updated and deleted since the statistics began
 * @param reads scans of the table and of its indexes since the statistics began
 */
public record Measures(long rows, long bytes, long indexBytes, long writes, long reads) {}
