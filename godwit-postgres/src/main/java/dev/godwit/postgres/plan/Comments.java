package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** Says of a copy what is said of the original. */
final class Comments {
    private Comments() {}

    /**
     * Returns the statement that gives the comment of the table's constraint or index to another.
     *
     * @param copy a name, qualified where it is an index
     */
    static List<String> on(String kind, Identifier original, Object copy, SqlText sql, Table table) {
        String on = kind.equals("CONSTRAINT") ? " ON " + sql.name(table.name()) : "";
        return Optional.ofNullable(table.options().get(Table.comment(kind, original)))
                .map(text -> sql.sql("COMMENT ON " + kind + " {}", copy) + on + " IS "
                        + sql.sql("{}", new Raw(sql.literal(text))))
                .stream()
                .toList();
    }
}
