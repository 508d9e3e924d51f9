package dev.godwit.core.catalog;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts a catalog together from what a server tells: definitions in SQL, which are folded as a folder's are, and what no SQL says, such as sizes. Not for
 * more than one thread.
 */
public final class CatalogBuilder {
    private final Dialect dialect;
    private final Draft draft;
    private final Fold fold;
    private final List<String> unread = new ArrayList<>();

    /** Begins with a schema in which there is nothing. */
    public CatalogBuilder(Conventions conventions) {
        this.dialect = conventions.dialect();
        this.draft = new Draft(conventions, State.empty(Catalog.Extent.WHOLE));
        this.fold = new Fold(draft);
    }

    /** Takes over what a definition makes; one that cannot be read is told of by {@link #unread}. */
    public void define(String sql) {
        SqlSource source = SqlSource.of("catalog", sql);
        Statement statement = dialect.statement(source, source.whole());
        if (statement instanceof Unparsed unparsed) {
            unread.add(unparsed.why() + ": " + sql);
        }
        fold.carryOut(statement);
    }

    /** Returns the definitions that could not be read, each with the reason. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /** Returns the table of that name. */
    public Optional<Table> table(QualifiedName name) {
        return draft.table(name);
    }

    /** Returns the view of that name. */
    public Optional<View> view(QualifiedName name) {
        return draft.view(name);
    }

    /** Changes a table that is there. */
    public void change(QualifiedName name, UnaryOperator<Table> change) {
        draft.table(name).map(change).ifPresent(draft::put);
    }

    /** Returns the name as the catalog keeps it. */
    public QualifiedName resolve(QualifiedName name) {
        return draft.resolve(name);
    }

    /** Adds or replaces a table. */
    public void put(Table table) {
        draft.put(table);
    }

    /** Adds or replaces a view. */
    public void put(View view) {
        draft.put(view);
    }

    /** Adds or replaces a sequence. */
    public void put(Sequence sequence) {
        draft.sequences = draft.sequences.with(sequence.name(), sequence);
    }

    /** Removes all sequences, for they are known better than from the columns that they serve. */
    public void forgetSequences() {
        draft.sequences = NameMap.empty();
    }

    /** Adds or replaces a routine. */
    public void put(Routine routine) {
        draft.routines = draft.routines.with(routine.name(), routine);
    }

    /** Adds or replaces a type. */
    public void put(UserType type) {
        draft.types = draft.types.with(type.name(), type);
    }

    /** Adds or replaces a publication. */
    public void put(Publication publication) {
        draft.publications = draft.publications.with(publication.name(), publication);
    }

    /** Gives the session a setting. */
    public void setting(String name, String value) {
        draft.set(name, Optional.of(value), false);
    }

    /** Returns the catalog; all in it is old. It is whole unless a definition could not be read. */
    public Catalog build() {
        draft.grow();
        State state = draft.state();
        Catalog.Extent extent = unread.isEmpty() ? Catalog.Extent.WHOLE : Catalog.Extent.PARTIAL;
        return Catalog.of(draft.conventions, state.with(extent));
    }
}
