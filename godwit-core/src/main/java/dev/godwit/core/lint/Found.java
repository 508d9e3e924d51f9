package dev.godwit.core.lint;

import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says; the linter makes a {@link Finding} of it, with rule, severity and place.
 *
 * @param at the statement; empty where a file or the folder is meant
 * @param mark the part of the text that matters; empty for the statement's first words
 * @param happens what happens: which lock, who waits, how long
 * @param because why
 * @param instead the safe way, a statement or line each
 * @param table the table whose size decides how much it matters; empty where size does not matter
 * @param objects what it is about
 */
public record Found(
        Optional<StatementContext> at,
        Optional<FileContext> in,
        Optional<SourceSpan> mark,
        String happens,
        String because,
        List<String> instead,
        Optional<QualifiedName> table,
        List<QualifiedName> objects) {
    public Found {
        instead = List.copyOf(instead);
        objects = List.copyOf(objects);
    }

    /** Something about a statement. */
    public static Found at(StatementContext statement, String happens) {
        return new Found(
                Optional.of(statement),
                Optional.of(statement.file()),
                Optional.empty(),
                happens,
                "",
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Something about a file. */
    public static Found in(FileContext file, String happens) {
        return new Found(
                Optional.empty(),
                Optional.of(file),
                Optional.empty(),
                happens,
                "",
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Something about the folder. */
    public static Found overall(String happens) {
        return new Found(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                happens,
                "",
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Returns the same, pointing at that part. */
    public Found marking(SourceSpan part) {
        return new Found(at, in, Optional.of(part), happens, because, instead, table, objects);
    }

    /** Returns the same with its reason. */
    public Found because(String why) {
        return new Found(at, in, mark, happens, why, instead, table, objects);
    }

    /** Returns the same with the safe way, a statement or line each. */
    public Found instead(List<String> safeWay) {
        return new Found(at, in, mark, happens, because, safeWay, table, objects);
    }

    /** Returns the same about a table whose size decides how much it matters: on one that is known to be small it is left out. */
    public Found weighing(QualifiedName weighed) {
        return new Found(at, in, mark, happens, because, instead, Optional.of(weighed), objects).about(weighed);
    }

    /** Returns the same about an object. */
    public Found about(QualifiedName object) {
        List<QualifiedName> more = new ArrayList<>(objects);
        if (!more.contains(object)) {
            more.add(object);
        }
        return new Found(at, in, mark, happens, because, instead, table, more);
    }
}
