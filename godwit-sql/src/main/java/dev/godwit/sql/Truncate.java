package dev.godwit.sql;

import java.util.List;

/**
 * {@code TRUNCATE}.
 *
 * @param only those of the tables whose children and partitions are left alone
 * @param options {@code RESTART IDENTITY}, {@code CONTINUE IDENTITY}, MariaDB's WAIT, in upper case
 */
public record Truncate(
        SourceSpan span, List<QualifiedName> tables, List<QualifiedName> only, List<String> options, Behavior behavior)
        implements Definition {
    public Truncate {
        tables = List.copyOf(tables);
        only = List.copyOf(only);
        options = List.copyOf(options);
    }

    /** Makes one that means all children and partitions too. */
    public Truncate(SourceSpan span, List<QualifiedName> tables, List<String> options, Behavior behavior) {
        this(span, tables, List.of(), options, behavior);
    }

    @Override
    public String verb() {
        return "TRUNCATE";
    }

    @Override
    public String kind() {
        return "TABLE";
    }

    @Override
    public List<QualifiedName> names() {
        return tables;
    }

    @Override
    public List<String> tail() {
        return behavior == Behavior.CASCADE ? List.of("CASCADE") : List.of();
    }
}
