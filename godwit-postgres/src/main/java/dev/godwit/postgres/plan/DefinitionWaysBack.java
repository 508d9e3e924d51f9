package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Truncate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes back definitions other than {@code ALTER TABLE}. */
final class DefinitionWaysBack {
    /** Whose name alone says which is meant. */
    private static final Set<String> NAMED = Set.of(
            "SCHEMA",
            "EXTENSION",
            "COLLATION",
            "STATISTICS",
            "ROLE",
            "USER",
            "GROUP",
            "SERVER",
            "FOREIGN DATA WRAPPER",
            "EVENT TRIGGER",
            "CONVERSION",
            "ACCESS METHOD",
            "TEXT SEARCH CONFIGURATION",
            "TEXT SEARCH DICTIONARY",
            "TEXT SEARCH PARSER",
            "TEXT SEARCH TEMPLATE");

    private DefinitionWaysBack() {}

    static WayBack of(PlanContext context, Definition definition) {
        SqlText sql = context.sql();
        return switch (definition) {
            case AlterTable alter -> AlterWaysBack.of(context, alter);
            case CreateTable create ->
                Undo.dropping(
                        context, create.kind(), create.name(), create.guard(), isRelation(context, create.name()));
            case CreateView view -> view(context, view);
            case CreateType type -> WayBack.by(sql.sql("DROP TYPE IF EXISTS {}", type.name()));
            case CreateDomain domain -> WayBack.by(sql.sql("DROP DOMAIN IF EXISTS {}", domain.name()));
            case CreateSequence sequence ->
                Undo.dropping(
                        context, "SEQUENCE", sequence.name(), sequence.guard(), isRelation(context, sequence.name()));
            case CreateRoutine routine -> routine(context, routine);
            case CreateTrigger trigger -> trigger(context, trigger);
            case CreatePolicy policy ->
                policy.verb().equals("CREATE")
                        ? WayBack.by(sql.sql("DROP POLICY IF EXISTS {} ON {}", policy.name(), policy.table()))
                        : Undo.none("what policy " + policy.name() + " said is not known");
            case AlterObject alter -> object(context, alter);
            case AlterType alter -> type(context, alter);
            case AlterDomain alter -> DomainWaysBack.of(context, alter);
            case DropObject drop ->
                context.effects().losses().isEmpty() && drop.guard() == Guard.IF_EXISTS && isMissing(context, drop)
                        ? WayBack.nothing()
                        : Undo.none("what the dropped " + words(drop.kind()) + " "
                                + drop.objects().getFirst() + " was is not known");
            case Truncate truncate -> Undo.none("the rows are gone");
            case CommentOn comment ->
                // A comment changes nothing for anybody, and what stood there before is not known.
                WayBack.nothing();
            case Privileges privileges ->
                privileges.objects().stream().allMatch(name -> Undo.isYoung(context, name))
                                && !privileges.objects().isEmpty()
                        ? WayBack.nothing()
                        : Undo.none("which privileges there were before the " + privileges.verb() + " is not known");
            case PublicationTables publication -> publication(context, publication);
            case RenameTables rename -> Undo.none("PostgreSQL knows no RENAME TABLE");
            case OtherDefinition other -> other(context, other);
        };
    }

    private static String words(String kind) {
        return kind.toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isRelation(PlanContext context, QualifiedName name) {
        return context.known(name).isPresent()
                || context.before().view(name).isPresent()
                || context.before().sequence(name).isPresent();
    }

    private static boolean isMissing(PlanContext context, DropObject drop) {
        return switch (drop.kind()) {
            case "TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE" ->
                drop.objects().stream().noneMatch(name -> isRelation(context, name));
            case "TYPE", "DOMAIN" ->
                drop.objects().stream()
                        .noneMatch(name -> context.before().type(name).isPresent());
            case "FUNCTION", "PROCEDURE", "ROUTINE" ->
                drop.objects().stream()
                        .noneMatch(name -> context.before().routine(name).isPresent());
            case "TRIGGER" ->
                drop.table()
                        .flatMap(context::known)
                        .filter(table -> lacks(table, drop))
                        .isPresent();
            default -> false;
        };
    }

    private static boolean lacks(Table table, DropObject drop) {
        return table.knowledge() == Table.Knowledge.WHOLE
                && table.triggers().stream()
                        .noneMatch(trigger -> drop.objects().stream()
                                .anyMatch(name -> name.last().equals(trigger.name())));
    }

    private static WayBack view(PlanContext context, CreateView view) {
        boolean wasThere = isRelation(context, view.name());
        if (view.replace() == Replacement.OR_REPLACE && wasThere) {
            return Undo.none(
                    "what view " + view.name() + " was before is not known: DROP VIEW it first in the same file,"
                            + " and Godwit keeps it under another name until CONTRACT");
        }
        return Undo.dropping(context, view.kind(), view.name(), view.guard(), wasThere);
    }

    private static WayBack routine(PlanContext context, CreateRoutine routine) {
        boolean wasThere = context.before().routine(routine.name()).isPresent();
        if (routine.replace() == Replacement.OR_REPLACE && wasThere) {
            return Undo.none(
                    "what " + words(routine.kind()) + " " + routine.name()
                            + " was before is not known: DROP it first in the same file, and Godwit keeps it under another name until CONTRACT");
        }
        // A list of arguments with defaults is not how DROP FUNCTION wants them; the name alone does where it is the
        // only one.
        String arguments = routine.arguments()
                .filter(list -> !list.has("DEFAULT") && list.tokens().stream().noneMatch(token -> token.isSymbol("=")))
                .map(Expression::text)
                .map(text -> "(" + text + ")")
                .orElse(routine.arguments().isEmpty() ? "()" : "");
        return WayBack.by(
                context.sql().sql("DROP " + routine.kind() + " IF EXISTS {}{}", routine.name(), new Raw(arguments)));
    }

    private static WayBack trigger(PlanContext context, CreateTrigger trigger) {
        boolean wasThere = context.known(trigger.table()).stream()
                .flatMap(table -> table.triggers().stream())
                .anyMatch(known -> known.name().equals(trigger.name().last()));
        return wasThere
                ? Undo.none("what trigger " + trigger.name() + " was before is not known")
                : WayBack.by(context.sql().sql("DROP TRIGGER IF EXISTS {} ON {}", trigger.name(), trigger.table()));
    }

    private static WayBack object(PlanContext context, AlterObject alter) {
        SqlText sql = context.sql();
        Optional<Identifier> value = alter.value();
        String rest = alter.rest().map(Expression::text).orElse("")
                + alter.table().map(table -> " ON " + sql.name(table)).orElse("");
        return switch (alter.change()) {
            case RENAME_TO ->
                Undo.tolerant(sql.sql(
                        "ALTER {} {}{} RENAME TO {}",
                        new Raw(alter.kind()),
                        Tables.beside(alter.name(), value.orElseThrow()),
                        new Raw(rest),
                        alter.name().last()));
            case SET_SCHEMA -> moved(context, alter, rest);
            case OWNER_TO -> Undo.none("who owned " + alter.name() + " is not known");
            case OTHER -> Undo.none("what " + alter.name() + " was before is not known");
        };
    }

    private static WayBack moved(PlanContext context, AlterObject alter, String rest) {
        SqlText sql = context.sql();
        List<Identifier> full = Tables.full(context, alter.name()).parts();
        Identifier from = full.size() > 1 ? full.get(full.size() - 2) : new Identifier("public");
        return Undo.tolerant(sql.sql(
                "ALTER {} {}{} SET SCHEMA {}",
                new Raw(alter.kind()),
                new QualifiedName(
                        List.of(alter.value().orElseThrow(), alter.name().last())),
                new Raw(rest),
                from));
    }

    private static WayBack type(PlanContext context, AlterType alter) {
        SqlText sql = context.sql();
        List<String> statements = new ArrayList<>();
        for (AlterType.Action action : alter.actions().reversed()) {
            WayBack back = switch (action) {
                case AlterType.Action.RenameValue rename ->
                    Undo.tolerant(sql.sql(
                            "ALTER TYPE {} RENAME VALUE {} TO {}",
                            alter.name(),
                            new Raw(sql.literal(rename.to())),
                            new Raw(sql.literal(rename.from()))));
                case AlterType.Action.AddAttribute add ->
                    WayBack.by(sql.sql(
                            "ALTER TYPE {} DROP ATTRIBUTE IF EXISTS {}",
                            alter.name(),
                            add.attribute().name()));
                case AlterType.Action.RenameAttribute rename ->
                    Undo.tolerant(sql.sql(
                            "ALTER TYPE {} RENAME ATTRIBUTE {} TO {}", alter.name(), rename.to(), rename.from()));
                case AlterType.Action.DropAttribute other ->
                    Undo.none("the values of attribute " + other.attribute() + " are gone");
                case AlterType.Action.ChangeAttribute other ->
                    Undo.none("what type attribute " + other.attribute() + " had is not known");
                case AlterType.Action.SetProperties other ->
                    Undo.none("what type " + alter.name() + " was is not known");
            };
            switch (back) {
                case WayBack.None none -> {
                    return none;
                }
                case WayBack.Statements some -> statements.addAll(some.statements());
            }
        }
        return new WayBack.Statements(statements);
    }

    private static WayBack publication(PlanContext context, PublicationTables publication) {
        SqlText sql = context.sql();
        return switch (publication.action()) {
            case "CREATE" -> WayBack.by(sql.sql("DROP PUBLICATION IF EXISTS {}", publication.name()));
            case "ADD" ->
                publication.tables().isEmpty()
                        ? Undo.none("which schemas publication " + publication.name() + " had is not known")
                        : Undo.tolerant("ALTER PUBLICATION " + sql.name(publication.name()) + " DROP TABLE "
                                + String.join(
                                        ", ",
                                        publication.tables().stream()
                                                .map(member -> sql.name(member.table()))
                                                .toList()));
            default -> Undo.none("which tables publication " + publication.name() + " had is not known");
        };
    }

    // With IF NOT EXISTS it may have been there before, and one that nobody uses harms nobody.
    private static WayBack other(PlanContext context, OtherDefinition other) {
        if (!other.verb().equals("CREATE") || other.names().isEmpty()) {
            return Undo.none("nothing is known that undoes it: " + context.text());
        }
        if (other.guard() == Guard.IF_NOT_EXISTS) {
            return WayBack.nothing();
        }
        SqlText sql = context.sql();
        QualifiedName name = other.names().getFirst();
        if (other.kind().equals("RULE")
                && other.names().size() > 1
                && !other.tail().contains("OR REPLACE")) {
            return WayBack.by(
                    sql.sql("DROP RULE IF EXISTS {} ON {}", name, other.names().getLast()));
        }
        String cascade = other.elements().isEmpty() ? "" : " CASCADE";
        return NAMED.contains(other.kind())
                ? WayBack.by(sql.sql("DROP {} IF EXISTS {}{}", new Raw(other.kind()), name, new Raw(cascade)))
                : Undo.none("nothing is known that undoes it: " + context.text());
    }
}
