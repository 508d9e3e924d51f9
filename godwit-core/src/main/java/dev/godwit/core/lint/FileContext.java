package dev.godwit.core.lint;

import dev.godwit.core.migration.Migration;
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A file, or that part of one which is run in one direction. Equal to itself only. */
public final class FileContext {
    private final FolderContext folder;
    private final SqlSource source;
    private final Optional<Part> migration;
    private final LintScript.Scope scope;
    private final List<StatementContext> statements = new ArrayList<>();
    private final List<StatementContext> view = Collections.unmodifiableList(statements);
    /** Where the statements of each index begin in the list. */
    private final List<Integer> starts = new ArrayList<>();

    FileContext(FolderContext folder, LintScript script) {
        this.folder = folder;
        this.source = script.text().source();
        this.migration = script.part();
        this.scope = script.scope();
    }

    /** A script of a migration. */
    public record Part(Migration migration, Direction direction) {
        /** Forward or back. */
        public enum Direction {
            UP,
            DOWN
        }
    }

    void add(StatementContext statement) {
        if (statement.index() == starts.size()) {
            starts.add(statements.size());
        }
        statements.add(statement);
    }

    /** Returns what is looked at besides. */
    public FolderContext folder() {
        return folder;
    }

    /** Returns its name as shown to people. */
    public String name() {
        return source.name();
    }

    /** Returns its text. */
    public SqlSource source() {
        return source;
    }

    /** Returns its statements in order; those within code blocks follow their block. */
    public List<StatementContext> statements() {
        return view;
    }

    /** Returns which migration and direction it is part of; empty for a loose file. */
    public Optional<Part> migration() {
        return migration;
    }

    /** Tells whether it takes a migration back. */
    public boolean isDown() {
        return migration.filter(part -> part.direction() == Part.Direction.DOWN).isPresent();
    }

    /** Tells whether rules are asked about it; what is only history is there for those that look at other files. */
    public boolean isJudged() {
        return scope == LintScript.Scope.JUDGED;
    }

    /** Returns the statements whose index is in {@code [first, end)}. */
    List<StatementContext> between(int first, int end) {
        int from = first < starts.size() ? starts.get(first) : statements.size();
        int to = end < starts.size() ? starts.get(end) : statements.size();
        return from < to ? view.subList(from, to) : List.of();
    }

    @Override
    public String toString() {
        return name();
    }
}
