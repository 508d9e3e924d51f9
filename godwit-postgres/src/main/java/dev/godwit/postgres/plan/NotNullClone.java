package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column.Nullability;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the new column refuse NULL as the old one does, and lets the old one have it while it must. */
final class NotNullClone {
    /** The first version in which NOT NULL is a constraint with a name. */
    private static final int NAMED = 18;

    private final Shadow shadow;

    NotNullClone(Shadow shadow) {
        this.shadow = shadow;
    }

    boolean isNeeded() {
        return shadow.column().nullability() != Nullability.NULLABLE;
    }

    Optional<Part> part() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        Optional<Identifier> name = name();
        return Optional.of(
                name.isEmpty()
                        ? Part.made(
                                SetNotNullViaCheck.steps(shadow.context(), shadow.name(), shadow.fresh()),
                                List.of(),
                                List.of())
                        : Part.made(
                                named(name.get()),
                                ConstraintClones.renames(shadow, name.get()),
                                ConstraintClones.unrenames(shadow, name.get())));
    }

    private Optional<Identifier> name() {
        return shadow.context().version().atLeast(NAMED)
                ? shadow.table().constraints().stream()
                        .filter(constraint -> constraint.rule() instanceof NotNull rule
                                && rule.column().equals(shadow.own()))
                        .findFirst()
                        .flatMap(TableConstraint::name)
                : Optional.empty();
    }

    private List<Step> named(Identifier name) {
        Identifier fresh = shadow.fresh(name);
        List<Step> steps = new ArrayList<>();
        List<String> add = new ArrayList<>();
        add.add(shadow.sql(
                "ALTER TABLE {} ADD CONSTRAINT {} NOT NULL {} NOT VALID", shadow.name(), fresh, shadow.fresh()));
        add.addAll(Comments.on("CONSTRAINT", name, fresh, shadow.sql(), shadow.table()));
        steps.add(new Step.Change(
                "refuse new NULLs",
                add,
                WayBack.by(shadow.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", shadow.name(), fresh))));
        if (shadow.column().nullability() == Nullability.NOT_NULL) {
            steps.add(new Step.Change(
                    "look at the rows that are there",
                    List.of(shadow.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", shadow.name(), fresh)),
                    WayBack.nothing()));
        }
        return steps;
    }

    private Identifier proof() {
        return HelperNames.of("present", shadow.name(), shadow.old().name());
    }

    /** Returns the statement that lets NULL into the old column. */
    List<String> allow() {
        return isNeeded()
                ? List.of(shadow.sql("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL", shadow.name(), shadow.old()))
                : List.of();
    }

    /** Returns the statements that refuse it again in new rows. */
    List<String> refuse() {
        if (!isNeeded()) {
            return List.of();
        }
        String unless = "SELECT FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass("
                + shadow.sql().literal(shadow.sql().name(shadow.name())) + ") AND attname = "
                + shadow.sql().literal(shadow.old().name()) + " AND NOT attnotnull AND NOT EXISTS (SELECT FROM"
                + " pg_catalog.pg_constraint WHERE conrelid = attrelid AND conname = "
                + shadow.sql().literal(proof().name()) + ")";
        return List.of(Guarded.by(
                unless,
                List.of(name().map(name -> shadow.sql(
                                "ALTER TABLE {} ADD CONSTRAINT {} NOT NULL {} NOT VALID",
                                shadow.name(),
                                shadow.old(name),
                                shadow.old()))
                        .orElseGet(() -> shadow.sql(
                                "ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID",
                                shadow.name(),
                                proof(),
                                shadow.old())))));
    }

    /** Returns the statements that look at the rows that are there, and prove it; for where {@link #refuse} was run. */
    List<String> prove() {
        if (!isNeeded() || shadow.column().nullability() != Nullability.NOT_NULL) {
            return List.of();
        }
        Identifier constraint = name().map(shadow::old).orElseGet(this::proof);
        String there = "SELECT FROM pg_catalog.pg_constraint WHERE conrelid = pg_catalog.to_regclass("
                + shadow.sql().literal(shadow.sql().name(shadow.name())) + ") AND conname = "
                + shadow.sql().literal(constraint.name());
        List<String> prove = new ArrayList<>();
        prove.add(Guarded.by(
                there, List.of(shadow.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", shadow.name(), constraint))));
        if (name().isEmpty()) {
            prove.add(Guarded.by(
                    there,
                    List.of(
                            shadow.sql("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL", shadow.name(), shadow.old()),
                            shadow.sql("ALTER TABLE {} DROP CONSTRAINT {}", shadow.name(), constraint))));
        }
        return prove;
    }
}
