package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.SHARE;

import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterDomain.Action;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;

/** Judges {@code ALTER DOMAIN}: a new constraint is checked in every table that has a column of the domain. */
final class DomainEffects {
    private DomainEffects() {}

    static void alter(Scene scene, AlterDomain alter) {
        QualifiedName domain = scene.schema().name(alter.name());
        switch (alter.action()) {
            case Action.SetNotNull set -> {
                check(scene, domain);
                scene.impact().breaks(Breakage.Kind.VALUE_REFUSED, domain, "");
            }
            case Action.AddConstraint add -> add(scene, domain, add.constraint());
            case Action.ValidateConstraint validate -> check(scene, domain);
            case Action.DropConstraint drop ->
                scene.impact()
                        .breaks(
                                Breakage.Kind.GUARANTEE_GONE,
                                domain,
                                drop.constraint().name());
            case Action.DropNotNull drop -> scene.impact().breaks(Breakage.Kind.GUARANTEE_GONE, domain, "");
            case Action.SetDefault other -> {}
            case Action.DropDefault other -> {}
            case Action.RenameConstraint other -> {}
        }
    }

    private static void add(Scene scene, QualifiedName domain, Constraint constraint) {
        if (constraint.rule() instanceof ConstraintRule.NotNull) {
            scene.needs(17, "NOT NULL as a constraint of a domain");
        }
        if (constraint.checking().validity() == Constraint.Validity.VALIDATED) {
            check(scene, domain);
        }
        scene.impact()
                .breaks(
                        Breakage.Kind.VALUE_REFUSED,
                        domain,
                        constraint.name().map(Identifier::name).orElse(""));
    }

    private static void check(Scene scene, QualifiedName domain) {
        TypeEffects.columnsOf(scene, domain)
                .map(table -> table.name())
                .filter(scene.schema()::holdsRows)
                .forEach(table -> {
                    scene.impact().lock(table, SHARE);
                    scene.impact().work(table, Work.SCAN);
                });
    }
}
