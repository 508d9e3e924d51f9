package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Loss;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Reindex;
import java.util.Optional;

/** What is done to indexes. */
final class IndexEffects {
    private static final String AUTOMATIC = "sqlite_autoindex_";

    private final Catalog catalog;

    IndexEffects(Catalog catalog) {
        this.catalog = catalog;
    }

    Effects of(CreateIndex create) {
        Effects effects = SqliteEffects.writing();
        boolean isThere = create.name().flatMap(catalog::tableOfIndex).isPresent();
        if (isThere && create.guard() == Guard.IF_NOT_EXISTS) {
            return effects;
        }
        if (isThere) {
            return effects.refused("index " + create.name().orElseThrow() + " already exists");
        }
        if (Schema.isMissing(catalog, create.table())) {
            return effects.refused("no such table: " + create.table());
        }
        Optional<Table> table = catalog.table(create.table());
        Optional<Identifier> missing = create.elements().stream()
                .flatMap(element -> element.column().stream())
                .filter(column -> Schema.lacks(table, column))
                .findFirst();
        Effects building = effects.working(Rows.index(catalog.resolve(create.table())));
        Effects refusing = create.isUnique()
                ? building.breaking(new Breakage(
                        Breakage.Kind.VALUE_REFUSED,
                        catalog.resolve(create.table()),
                        create.name().map(QualifiedName::toString).orElse("")))
                : building;
        return missing.map(column -> refusing.refused("no such column: " + column))
                .orElse(refusing);
    }

    // Its pages are read to give them back.
    Effects of(DropIndex drop) {
        Effects effects = SqliteEffects.writing();
        for (QualifiedName index : drop.names()) {
            Optional<Table> table = catalog.tableOfIndex(index);
            if (index.last().name().startsWith(AUTOMATIC)) {
                return effects.refused("index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped");
            }
            if (table.isEmpty() && catalog.extent() == Catalog.Extent.WHOLE) {
                return drop.guard() == Guard.IF_EXISTS ? effects : effects.refused("no such index: " + index);
            }
            if (table.isPresent()) {
                QualifiedName name = table.get().name();
                boolean unique = table.get()
                        .index(index.last())
                        .filter(known -> known.isUnique())
                        .isPresent();
                effects = effects.working(Rows.scan(name))
                        .losing(new Loss(Loss.Kind.INDEX, name, index.last().name()));
                effects = unique
                        ? effects.breaking(new Breakage(
                                Breakage.Kind.GUARANTEE_GONE, name, index.last().name()))
                        : effects;
            }
        }
        return effects;
    }

    Effects of(Reindex reindex) {
        Effects effects = SqliteEffects.writing();
        if (reindex.name().isEmpty()) {
            for (Table table : catalog.tables()) {
                effects = effects.working(Rows.index(table.name()));
            }
            return effects;
        }
        QualifiedName name = reindex.name().get();
        Optional<QualifiedName> table =
                catalog.tableOfIndex(name).or(() -> catalog.table(name)).map(Table::name);
        return effects.working(Rows.index(table.orElse(catalog.resolve(name))));
    }
}
