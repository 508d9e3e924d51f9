package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.ROW_SHARE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.ConstraintAction.AlterConstraint;
import dev.godwit.sql.ConstraintAction.RenameConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what is done to constraints that are there. */
final class ConstraintEffects {
    private ConstraintEffects() {}

    static void validate(Alteration alteration, Identifier name) {
        alteration.needs(SHARE_UPDATE_EXCLUSIVE);
        Optional<TableConstraint> known = constraint(alteration, name);
        if (known.isEmpty()) {
            unknown(alteration, name);
            return;
        }
        TableConstraint constraint = known.get();
        alteration
                .impact()
                .refuseIf(
                        constraint.checking().enforced() == Enforcement.NOT_ENFORCED,
                        "constraint \"" + name + "\" is not enforced");
        if (constraint.isProved()) {
            refuseKey(alteration, constraint);
            return;
        }
        switch (constraint.rule()) {
            case ForeignKey key -> foreignKey(alteration, key);
            case ConstraintRule.Check check -> rows(alteration);
            case ConstraintRule.NotNull notNull -> rows(alteration);
            case ConstraintRule.PrimaryKey key -> refuseKey(alteration, constraint);
            case ConstraintRule.Unique key -> refuseKey(alteration, constraint);
            case ConstraintRule.Exclude exclude -> refuseKey(alteration, constraint);
        }
    }

    private static Optional<TableConstraint> constraint(Alteration alteration, Identifier name) {
        return alteration
                .addedConstraint(name)
                .map(add -> new TableConstraint(
                        Optional.of(name),
                        add.constraint().rule(),
                        add.constraint().checking()))
                .or(() -> alteration.known().flatMap(table -> table.constraint(name)));
    }

    private static void unknown(Alteration alteration, Identifier name) {
        boolean isMissing = alteration
                .known()
                .filter(table -> table.knowledge() == Table.Knowledge.WHOLE)
                .isPresent();
        alteration.impact().refuseIf(isMissing, "\"" + alteration.table() + "\" has no constraint \"" + name + "\"");
        rows(alteration);
    }

    private static void refuseKey(Alteration alteration, TableConstraint constraint) {
        boolean checks = constraint.rule() instanceof ForeignKey
                || constraint.rule() instanceof ConstraintRule.Check
                || constraint.rule() instanceof ConstraintRule.NotNull;
        alteration.impact().refuseIf(!checks, "only a foreign key, a CHECK or NOT NULL can be validated");
    }

    private static void rows(Alteration alteration) {
        alteration.needsAll(SHARE_UPDATE_EXCLUSIVE);
        alteration.impact().work(alteration.rows(), Work.SCAN);
    }

    private static void foreignKey(Alteration alteration, ForeignKey key) {
        Schema schema = alteration.schema();
        alteration.needsPartitions(SHARE_UPDATE_EXCLUSIVE);
        List<QualifiedName> tables =
                new ArrayList<>(alteration.isPartitioned() ? alteration.family() : List.of(alteration.table()));
        alteration.impact().lock(schema.name(key.references().table()), ROW_SHARE);
        tables.addAll(schema.family(key.references().table()));
        alteration.impact().work(schema.withRows(tables), Work.SCAN);
    }

    static void alter(Alteration alteration, AlterConstraint alter) {
        Optional<TableConstraint> known = alteration.known().flatMap(table -> table.constraint(alter.name()));
        boolean whole = alteration
                .known()
                .filter(table -> table.knowledge() == Table.Knowledge.WHOLE)
                .isPresent();
        alteration
                .impact()
                .refuseIf(
                        whole && known.isEmpty(),
                        "\"" + alteration.table() + "\" has no constraint \"" + alter.name() + "\"");
        Constraint.Checking checking = alter.checking();
        if (checking.inheritance() != Constraint.Inheritance.UNSAID) {
            alteration.scene().needs(18, "ALTER CONSTRAINT … INHERIT");
            alteration.needsAll(ACCESS_EXCLUSIVE);
            inherit(alteration, known);
            return;
        }
        alteration
                .impact()
                .refuseIf(
                        known.filter(constraint -> !(constraint.rule() instanceof ForeignKey))
                                .isPresent(),
                        "constraint \"" + alter.name() + "\" is no foreign key");
        alteration.needsPartitions(ACCESS_EXCLUSIVE);
        if (checking.enforced() != Enforcement.UNSAID) {
            enforce(alteration, known, checking.enforced());
        }
    }

    private static void inherit(Alteration alteration, Optional<TableConstraint> known) {
        if (known.isPresent() && known.get().rule() instanceof ConstraintRule.NotNull notNull) {
            NotNullEffects.prove(
                    alteration, notNull.column(), alteration.schema().withRows(alteration.descendants()));
        }
    }

    private static void enforce(Alteration alteration, Optional<TableConstraint> known, Enforcement wanted) {
        alteration.scene().needs(18, "ENFORCED");
        if (known.isEmpty() || !(known.get().rule() instanceof ForeignKey key)) {
            return;
        }
        Schema schema = alteration.schema();
        List<QualifiedName> targets = schema.family(key.references().table());
        boolean is = known.get().checking().enforced() != Enforcement.NOT_ENFORCED;
        if (wanted == Enforcement.ENFORCED && !is) {
            alteration.impact().lock(targets, SHARE_ROW_EXCLUSIVE);
            alteration.impact().work(schema.withRows(targets), Work.SCAN);
            alteration.impact().work(alteration.rows(), Work.SCAN);
        }
        if (wanted == Enforcement.NOT_ENFORCED && is) {
            alteration.impact().lock(targets, ACCESS_EXCLUSIVE);
            alteration
                    .impact()
                    .breaks(
                            Breakage.Kind.GUARANTEE_GONE,
                            alteration.table(),
                            known.get().name().map(Identifier::name).orElse(""));
        }
    }

    static void rename(Alteration alteration, RenameConstraint rename) {
        Optional<TableConstraint> known = alteration.known().flatMap(table -> table.constraint(rename.name()));
        boolean reaches = known.filter(constraint -> constraint.rule() instanceof ConstraintRule.Check
                        || constraint.rule() instanceof ConstraintRule.NotNull)
                .isPresent();
        if (reaches) {
            alteration.needsAll(ACCESS_EXCLUSIVE);
        } else {
            alteration.needs(ACCESS_EXCLUSIVE);
        }
    }
}
