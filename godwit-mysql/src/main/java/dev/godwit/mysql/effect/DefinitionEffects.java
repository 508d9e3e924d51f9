package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Truncate;
import java.util.List;
import java.util.Set;

/** What definitions do. */
final class DefinitionEffects {
    private static final Effects COMMITS = Effects.none(Transactionality.COMMITS_IMPLICITLY);

    private final ServerFacts server;
    private final Catalog catalog;
    private final OtherTables others;

    DefinitionEffects(ServerFacts server, Catalog catalog) {
        this.server = server;
        this.catalog = catalog;
        this.others = new OtherTables(server, catalog);
    }

    Effects of(Definition definition) {
        return switch (definition) {
            case AlterTable alter -> new AlterEffects(server, catalog).of(alter);
            case CreateTable create -> created(create);
            case CreateView view -> replaced(view);
            case CreateTrigger trigger -> exclusive(COMMITS, trigger.table());
            case DropObject drop -> dropped(drop);
            case RenameTables rename -> renamed(rename);
            case Truncate truncate -> truncated(truncate);
            case OtherDefinition other
            when other.kind().equals("TABLE") ->
                Effects.unknown(Transactionality.COMMITS_IMPLICITLY, "only its outline could be read");
            case Definition other ->
                other.tail().contains("TEMPORARY") && !other.verb().equals("ALTER")
                        ? Effects.none(Transactionality.TRANSACTIONAL)
                        : COMMITS;
        };
    }

    private Effects exclusive(Effects effects, QualifiedName table) {
        return OtherTables.exclusive(effects, catalog.resolve(table));
    }

    private Effects created(CreateTable create) {
        if (create.persistence() == Persistence.TEMPORARY) {
            return Effects.none(Transactionality.TRANSACTIONAL);
        }
        Effects effects = COMMITS;
        boolean isThere = Knowledge.isThere(catalog, create.name());
        if (isThere && create.guard() == Guard.IF_NOT_EXISTS) {
            return effects;
        }
        if (create.replace() == CreateTable.Replacement.OR_REPLACE) {
            effects = goes(exclusive(effects, create.name()), create.name());
        } else if (isThere) {
            return effects.refused("there is a table \"" + create.name() + "\" already (error 1050)");
        }
        if (server.isMysql()) {
            for (ConstraintRule.ForeignKey key : foreignKeys(create)) {
                effects = exclusive(effects, key.references().table());
            }
        }
        return reading(effects, create);
    }

    private List<ConstraintRule.ForeignKey> foreignKeys(CreateTable create) {
        return create.elements().stream()
                .filter(CreateTable.Element.TableConstraint.class::isInstance)
                .map(element -> ((CreateTable.Element.TableConstraint) element)
                        .constraint()
                        .rule())
                .filter(ConstraintRule.ForeignKey.class::isInstance)
                .map(ConstraintRule.ForeignKey.class::cast)
                .filter(key -> !catalog.resolve(key.references().table()).equals(catalog.resolve(create.name())))
                .toList();
    }

    // The rows that it reads stay locked for it until it has ended, unless the isolation is READ COMMITTED.
    private Effects reading(Effects effects, CreateTable create) {
        if (create.query().isEmpty()) {
            return effects;
        }
        Effects reading = effects;
        for (Table table : catalog.tables()) {
            if (create.query().get().mentions(table.name().last())) {
                reading = reading.working(
                        new TableWork(table.name(), Work.SCAN, LockMode.BLOCKS_WRITES, "shared row locks"));
            }
        }
        return reading;
    }

    private Effects replaced(CreateView view) {
        boolean replaces = view.verb().equals("ALTER")
                || (view.replace() == CreateTable.Replacement.OR_REPLACE && !Knowledge.isMissing(catalog, view.name()));
        return replaces ? exclusive(COMMITS, view.name()) : COMMITS;
    }

    private Effects dropped(DropObject drop) {
        if (drop.persistence() == Persistence.TEMPORARY) {
            return Effects.none(Transactionality.TRANSACTIONAL);
        }
        return switch (drop.kind()) {
            case "TABLE", "TABLES" -> droppedTables(drop);
            case "VIEW" -> droppedViews(drop);
            case "TRIGGER" ->
                drop.table().map(table -> exclusive(COMMITS, table)).orElseGet(() -> droppedTrigger(drop));
            case "DATABASE", "SCHEMA" -> MysqlEffects.someTable().losing(lost(drop, Loss.Kind.OBJECT));
            case "FUNCTION", "PROCEDURE", "EVENT", "SEQUENCE" ->
                COMMITS.breaking(gone(drop.objects().getFirst()));
            default -> COMMITS;
        };
    }

    private static Loss lost(DropObject drop, Loss.Kind kind) {
        return new Loss(kind, drop.objects().getFirst(), "");
    }

    private static Breakage gone(QualifiedName name) {
        return new Breakage(Breakage.Kind.OBJECT_GONE, name, "");
    }

    private Effects droppedTrigger(DropObject drop) {
        return catalog.tables().stream()
                .filter(table -> table.triggers().stream()
                        .anyMatch(trigger ->
                                trigger.name().equals(drop.objects().getFirst().last())))
                .findFirst()
                .map(table -> exclusive(COMMITS, table.name()))
                .orElseGet(MysqlEffects::someTable);
    }

    private Effects droppedViews(DropObject drop) {
        Effects effects = COMMITS;
        for (QualifiedName view : drop.objects()) {
            if (!Knowledge.isMissing(catalog, view)) {
                effects = exclusive(effects, view).breaking(gone(catalog.resolve(view)));
            }
        }
        return effects;
    }

    private Effects droppedTables(DropObject drop) {
        Effects effects = COMMITS;
        Set<QualifiedName> going =
                Set.copyOf(drop.objects().stream().map(catalog::resolve).toList());
        for (QualifiedName table : drop.objects()) {
            if (Knowledge.isMissing(catalog, table)) {
                effects = drop.guard() == Guard.NONE
                        ? effects.refused("there is no table \"" + table + "\" (error 1051)")
                        : effects;
                continue;
            }
            effects = others.relatedStrongly(goes(exclusive(effects, table), table), table);
            boolean referred = ForeignKeys.children(catalog, table).stream().anyMatch(child -> !going.contains(child));
            if (referred && Settings.checksForeignKeys(catalog)) {
                effects = effects.refused(
                        "foreign keys refer to \"" + table + "\" (error " + (server.isMysql() ? 3730 : 1451) + ")");
            }
        }
        return effects;
    }

    private Effects goes(Effects effects, QualifiedName written) {
        QualifiedName table = catalog.resolve(written);
        return effects.losing(new Loss(Loss.Kind.TABLE, table, "")).breaking(gone(table));
    }

    private Effects renamed(RenameTables rename) {
        Effects effects = COMMITS;
        for (RenameTables.Renaming one : rename.renamings()) {
            QualifiedName from = catalog.resolve(one.from());
            effects = others.relatedStrongly(exclusive(effects, from), from)
                    .breaking(new Breakage(Breakage.Kind.OBJECT_RENAMED, from, ""));
        }
        RenameTables.Renaming first = rename.renamings().getFirst();
        boolean taken = Knowledge.isThere(catalog, first.to());
        boolean missing = Knowledge.isMissing(catalog, first.from()) && rename.guard() == Guard.NONE;
        // Where both hold, MySQL speaks of the name that is taken, MariaDB of the one that is missing.
        if (missing && !(taken && server.isMysql())) {
            return effects.refused("there is no table \"" + first.from() + "\" (error 1146)");
        }
        return taken ? effects.refused("there is a table \"" + first.to() + "\" already (error 1050)") : effects;
    }

    private Effects truncated(Truncate truncate) {
        Effects effects = COMMITS;
        for (QualifiedName written : truncate.tables()) {
            QualifiedName table = catalog.resolve(written);
            effects = exclusive(effects, table).losing(new Loss(Loss.Kind.ROWS, table, ""));
            if (Knowledge.isMissing(catalog, written)) {
                effects = effects.refused("there is no table \"" + written + "\" (error 1146)");
            }
            if (Settings.checksForeignKeys(catalog)
                    && !ForeignKeys.children(catalog, table).isEmpty()) {
                effects = effects.refused("foreign keys refer to \"" + written + "\" (error 1701)");
            }
        }
        return effects;
    }
}
