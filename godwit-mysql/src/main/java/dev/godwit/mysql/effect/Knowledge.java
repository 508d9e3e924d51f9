package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** What is certain about a table, so that a server's refusal can be foretold. */
final class Knowledge {
    private Knowledge() {}

    /** Tells whether there is no such table or view. */
    static boolean isMissing(Catalog catalog, QualifiedName name) {
        return catalog.extent() == Catalog.Extent.WHOLE && isHere(catalog, name) && !isThere(catalog, name);
    }

    // What was read or folded may be one database of several.
    private static boolean isHere(Catalog catalog, QualifiedName name) {
        QualifiedName full = catalog.resolve(name);
        List<Identifier> database = full.parts().subList(0, full.parts().size() - 1);
        return database.isEmpty()
                || catalog.tables().stream()
                        .anyMatch(table ->
                                table.name().parts().size() == full.parts().size()
                                        && table.name()
                                                .parts()
                                                .subList(0, database.size())
                                                .equals(database));
    }

    static boolean isThere(Catalog catalog, QualifiedName name) {
        return catalog.table(name).isPresent() || catalog.view(name).isPresent();
    }

    /** Tells whether the table is known and has no such column. */
    static boolean lacksColumn(Optional<Table> table, Identifier column) {
        return isWhole(table) && table.flatMap(known -> known.column(column)).isEmpty();
    }

    /** Tells whether the table is known and has no such index. */
    static boolean lacksIndex(Optional<Table> table, Identifier index) {
        return isWhole(table)
                && table.flatMap(known -> known.index(index)).isEmpty()
                && table.stream()
                        .flatMap(known -> known.indexes().stream())
                        .noneMatch(known -> known.name().isEmpty());
    }

    static boolean isWhole(Optional<Table> table) {
        return table.filter(known -> known.knowledge() == Table.Knowledge.WHOLE).isPresent();
    }
}
