package dev.godwit.postgres.plan;

import dev.godwit.core.plan.PlanContext;
import dev.godwit.sql.Definition;
import dev.godwit.sql.QualifiedName;

/** Looks whether a file drops something for good. */
final class Drops {
    private Drops() {}

    /** Tells whether the file makes another object of the kind under that name further on. */
    static boolean isMadeAgain(PlanContext context, String kind, QualifiedName name) {
        QualifiedName wanted = Tables.full(context, name);
        return context.later().stream()
                .filter(Definition.class::isInstance)
                .map(Definition.class::cast)
                .filter(later -> later.verb().equals("CREATE") && later.kind().equals(kind))
                .anyMatch(later -> !later.names().isEmpty()
                        && Tables.full(context, later.names().getFirst()).equals(wanted));
    }
}
