package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.Rule;
import java.util.List;

/** The one list of the rules that are for SQLite alone. */
public final class SqliteRules {
    static final String PRODUCT = "sqlite";

    private SqliteRules() {}

    /** Returns all of them, in the order in which they are shown. */
    public static List<Rule> all() {
        return List.of(
                new UnsupportedAlter(),
                new AddColumnRestrictions(),
                new DropColumnVersion(),
                new DropColumnRewrite(),
                new FkPragmaInTransaction(),
                new RebuildCascadeDelete(),
                new RebuildLosesObjects(),
                new MissingForeignKeyCheck(),
                new RenameRewritesReferences(),
                new WriterStarvation(),
                new DoubleQuotedLiteral(),
                new StrictType());
    }
}
