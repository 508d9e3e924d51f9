package dev.godwit.postgres.plan;

import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;

/** What ways back have in common. */
final class Undo {
    private Undo() {}

    /** Not at all. */
    static WayBack none(String why) {
        return new WayBack.None(why);
    }

    /**
     * By a statement that has no IF EXISTS of its own: it does nothing where what it changes is missing, since then there is nothing to take
     * back.
     */
    static WayBack tolerant(String statement) {
        return WayBack.by("DO $godwit$ BEGIN " + statement
                + "; EXCEPTION WHEN undefined_object OR undefined_table OR undefined_column OR undefined_function"
                + " OR invalid_schema_name OR invalid_parameter_value THEN NULL; END $godwit$");
    }

    /** By dropping what was made; with IF NOT EXISTS nothing is dropped that was there before. */
    static WayBack dropping(PlanContext context, String kind, QualifiedName name, Guard guard, boolean wasThere) {
        if (guard == Guard.IF_NOT_EXISTS && wasThere) {
            return WayBack.nothing();
        }
        return WayBack.by(context.sql().sql("DROP " + kind + " IF EXISTS {}", name));
    }

    /** Tells whether this migration made the table and has put rows into it at most: it goes with all that is on it. */
    static boolean isYoung(PlanContext context, QualifiedName name) {
        return context.before().isNew(name)
                || context.known(name)
                        .filter(table -> table.age() != dev.godwit.core.catalog.Age.OLD)
                        .isPresent()
                || context.before()
                        .view(name)
                        .filter(view -> view.age() != dev.godwit.core.catalog.Age.OLD)
                        .isPresent();
    }
}
