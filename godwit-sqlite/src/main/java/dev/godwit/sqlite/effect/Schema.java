package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.View;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is certain about a schema, so that a refusal can be foretold. */
final class Schema {
    private static final Set<String> ROWID = Set.of("rowid", "oid", "_rowid_");

    private Schema() {}

    static boolean isMissing(Catalog catalog, QualifiedName name) {
        return catalog.extent() == Catalog.Extent.WHOLE
                && catalog.table(name).isEmpty()
                && catalog.view(name).isEmpty()
                && !name.last().name().toLowerCase(Locale.ROOT).startsWith("sqlite_");
    }

    static boolean lacks(Optional<Table> table, Identifier column) {
        return table.filter(known -> known.knowledge() == Table.Knowledge.WHOLE
                        && known.kind().equals("TABLE"))
                .filter(known -> known.column(column).isEmpty())
                .isPresent();
    }

    /** Returns why a view cannot be read, as far as that is certain: SQLite reads all of them when it changes a name. */
    static Optional<String> brokenView(Catalog catalog) {
        return catalog.views().stream()
                .flatMap(view -> fault(catalog, view).stream())
                .findFirst();
    }

    private static Optional<String> fault(Catalog catalog, View view) {
        for (QualifiedName relation : view.reads()) {
            if (isMissing(catalog, relation)) {
                return Optional.of("error in view " + view.name() + ": no such table: " + relation);
            }
        }
        boolean renames = view.mentions().stream().anyMatch("as"::equalsIgnoreCase);
        boolean known = view.reads().stream()
                .allMatch(relation -> catalog.table(relation).isPresent());
        if (renames || !known || view.reads().isEmpty()) {
            return Optional.empty();
        }
        return view.columns().stream()
                .filter(column -> view.mentions().stream().anyMatch(column.name()::equalsIgnoreCase))
                .filter(column -> !ROWID.contains(column.name().toLowerCase(Locale.ROOT)))
                .filter(column -> view.reads().stream().allMatch(relation -> lacks(catalog.table(relation), column)))
                .map(column -> "error in view " + view.name() + ": no such column: " + column)
                .findFirst();
    }

    /** Returns a view that names the column of the table. */
    static Optional<View> viewOf(Catalog catalog, QualifiedName table, Identifier column) {
        return catalog.views().stream()
                .filter(view -> view.reads().contains(table))
                .filter(view -> view.mentions().stream().anyMatch(column.name()::equalsIgnoreCase))
                .filter(view -> view.reads().stream()
                        .filter(relation -> !relation.equals(table))
                        .allMatch(relation -> lacks(catalog.table(relation), column)))
                .findFirst();
    }
}
