package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Truncate;
import java.util.Locale;

/** What definitions do. */
final class DefinitionEffects {
    private final Catalog catalog;
    private final ServerVersion version;

    DefinitionEffects(Catalog catalog, ServerVersion version) {
        this.catalog = catalog;
        this.version = version;
    }

    Effects of(Definition definition) {
        return switch (definition) {
            case AlterTable alter -> new AlterEffects(catalog, version, alter).effects();
            case CreateTable create -> created(create);
            case CreateView create -> createdView(create);
            case DropObject drop -> dropped(drop);
            case Truncate truncate -> SqliteEffects.writing().refused("near \"truncate\": syntax error");
            case OtherDefinition other
            when other.kind().equals("TABLE") ->
                Effects.unknown(Transactionality.TRANSACTIONAL, "only its outline could be read");
            case Definition other -> SqliteEffects.writing();
        };
    }

    private Effects created(CreateTable create) {
        Effects effects = SqliteEffects.writing();
        boolean isThere = catalog.table(create.name()).isPresent()
                || catalog.view(create.name()).isPresent();
        if (isThere && create.persistence() != Persistence.TEMPORARY) {
            return create.guard() == Guard.IF_NOT_EXISTS
                    ? effects
                    : effects.refused("table " + create.name() + " already exists");
        }
        if (create.query().isEmpty()) {
            return effects;
        }
        for (Table table : catalog.tables()) {
            if (create.query().get().mentions(table.name().last())) {
                effects = effects.working(Rows.scan(table.name()));
            }
        }
        return effects;
    }

    private Effects createdView(CreateView create) {
        boolean isThere = catalog.view(create.name()).isPresent()
                || catalog.table(create.name()).isPresent();
        return isThere && create.guard() == Guard.NONE && create.persistence() != Persistence.TEMPORARY
                ? SqliteEffects.writing().refused("view " + create.name() + " already exists")
                : SqliteEffects.writing();
    }

    private Effects dropped(DropObject drop) {
        Effects effects = SqliteEffects.writing();
        for (QualifiedName written : drop.objects()) {
            QualifiedName name = catalog.resolve(written);
            boolean relation = drop.kind().equals("TABLE") || drop.kind().equals("VIEW");
            if (relation && Schema.isMissing(catalog, written)) {
                return drop.guard() == Guard.IF_EXISTS
                        ? effects
                        : effects.refused("no such " + drop.kind().toLowerCase(Locale.ROOT) + ": " + written);
            }
            if (relation) {
                effects = effects.breaking(new Breakage(Breakage.Kind.OBJECT_GONE, name, ""));
            }
            // Every page is read to give it back, also those of the indexes.
            if (drop.kind().equals("TABLE")) {
                effects = effects.working(Rows.scan(name)).losing(new Loss(Loss.Kind.TABLE, name, ""));
            }
        }
        return effects;
    }
}
