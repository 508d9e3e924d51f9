package dev.godwit.postgres.plan;

import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drops views, routines, types and whatever else is no table when the old application is gone. What the file makes again under the same name
 * is renamed until then, so that the way back is exact.
 *
 * <pre>
 * written   DROP VIEW v; CREATE VIEW v AS …
 * expand    ALTER VIEW v RENAME TO g; CREATE VIEW v AS …     lock: brief
 * contract  DROP VIEW g
 * </pre>
 */
final class DropObjectLater implements Recipe {
    /** What can be renamed, and what tells whether there is one of a name. */
    private static final Map<String, String> RENAMED = Map.of(
            "VIEW", "to_regclass",
            "MATERIALIZED VIEW", "to_regclass",
            "SEQUENCE", "to_regclass",
            "TYPE", "to_regtype",
            "DOMAIN", "to_regtype",
            "FUNCTION", "to_regprocedure",
            "PROCEDURE", "to_regprocedure");

    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof DropObject drop)
                || drop.kind().equals("TABLE")
                || context.effects().refusal().isPresent()) {
            return Optional.empty();
        }
        boolean again = drop.objects().stream().anyMatch(name -> Drops.isMadeAgain(context, drop.kind(), name));
        if (!again) {
            return Optional.of(new Rewrite(
                    "the old application may use it: it is dropped when that is gone",
                    List.of(),
                    List.of(last(context))));
        }
        return drop.objects().size() == 1 && RENAMED.containsKey(drop.kind())
                ? Optional.of(renamed(context, drop))
                : Optional.empty();
    }

    private static Step last(PlanContext context) {
        WayBack none = new WayBack.None("it is gone");
        return context.effects().transactionality() == Transactionality.TRANSACTIONAL
                ? new Step.Change("drop it", List.of(context.text()), none)
                : new Step.Online("drop it", context.text(), none);
    }

    private static Rewrite renamed(PlanContext context, DropObject drop) {
        SqlText sql = context.sql();
        QualifiedName name = drop.objects().getFirst();
        Identifier away = HelperNames.of(
                "dropped", Tables.full(context, name), name.last().name());
        QualifiedName moved = Tables.beside(name, away);
        Raw kind = new Raw(drop.kind());
        Raw arguments = new Raw(arguments(drop));
        Raw cascade = new Raw(drop.behavior() == Behavior.CASCADE ? " CASCADE" : "");
        String rename = sql.sql("ALTER {} {}{} RENAME TO {}", kind, name, arguments, away);
        return new Rewrite(
                "another one takes its name: it is renamed, and dropped when the old application is gone",
                List.of(new Step.Change(
                        "free its name",
                        List.of(isGuarded(drop) ? ifThere(sql, drop, name, rename) : rename),
                        WayBack.by(ifThere(
                                sql,
                                drop,
                                moved,
                                sql.sql("ALTER {} {}{} RENAME TO {}", kind, moved, arguments, name.last()))))),
                List.of(new Step.Change(
                        "drop it",
                        List.of(sql.sql("DROP {} IF EXISTS {}{}{}", kind, moved, arguments, cascade)),
                        new WayBack.None("it is gone"))));
    }

    private static boolean isGuarded(DropObject drop) {
        return drop.guard() == dev.godwit.sql.Statement.Guard.IF_EXISTS;
    }

    // ALTER FUNCTION and ALTER TYPE know no IF EXISTS.
    private static String ifThere(SqlText sql, DropObject drop, QualifiedName name, String statement) {
        boolean bare = arguments(drop).isEmpty() && isRoutine(drop);
        String finder = bare ? "to_regproc" : RENAMED.getOrDefault(drop.kind(), "");
        return "DO $godwit$ BEGIN IF " + finder + "(" + sql.literal(sql.name(name) + arguments(drop))
                + ") IS NOT NULL THEN " + statement + "; END IF; END $godwit$";
    }

    private static boolean isRoutine(DropObject drop) {
        return drop.kind().equals("FUNCTION") || drop.kind().equals("PROCEDURE");
    }

    /** The arguments of a routine with their parentheses, as written. */
    private static String arguments(DropObject drop) {
        return drop.rest()
                .map(Expression::text)
                .filter(text -> text.indexOf('(') >= 0)
                .map(text -> text.substring(text.indexOf('(')))
                .orElse("");
    }
}
