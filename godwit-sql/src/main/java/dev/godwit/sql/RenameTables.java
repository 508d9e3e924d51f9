package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.stream.Stream;

/**
 * MySQL's {@code RENAME TABLE a TO b, …}.
 *
 * @param modifiers MariaDB's {@code WAIT n} and {@code NOWAIT}, in upper case
 */
public record RenameTables(SourceSpan span, Guard guard, List<Renaming> renamings, List<String> modifiers)
        implements Definition {
    public RenameTables {
        renamings = List.copyOf(renamings);
        modifiers = List.copyOf(modifiers);
    }

    /** One table and its new name. */
    public record Renaming(QualifiedName from, QualifiedName to) {}

    @Override
    public String verb() {
        return "RENAME";
    }

    @Override
    public String kind() {
        return "TABLE";
    }

    @Override
    public List<QualifiedName> names() {
        return renamings.stream()
                .flatMap(renaming -> Stream.of(renaming.from(), renaming.to()))
                .toList();
    }
}
