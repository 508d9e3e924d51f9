package dev.godwit.postgres.plan;

import dev.godwit.core.plan.PlanContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** Makes other statements of an {@code ALTER TABLE}. */
final class Alters {
    private Alters() {}

    /** An {@code ALTER TABLE} of that table. */
    static AlterTable of(QualifiedName table, AlterAction action) {
        return new AlterTable(
                new SourceSpan(0, 0),
                "TABLE",
                Guard.NONE,
                AlterTable.Scope.WITH_CHILDREN,
                table,
                List.of(),
                List.of(action));
    }

    /** Writes an {@code ALTER TABLE} of that table. */
    static String text(PlanContext context, QualifiedName table, AlterAction action) {
        return context.sql().print(context.source(), of(table, action));
    }

    /** Writes what adds a constraint of that table without a look at its rows. */
    static String addNotValid(
            PlanContext context, QualifiedName table, Identifier name, ConstraintRule rule, Checking checking) {
        Constraint constraint = new Constraint(context.statement().span(), Optional.of(name), rule, notValid(checking));
        return text(context, table, new AddConstraint(constraint, Guard.NONE));
    }

    /** The constraint under that name, without a look at the rows that are there. */
    static AlterTable notValid(QualifiedName table, Constraint constraint, Identifier name) {
        return of(
                table,
                new AddConstraint(
                        new Constraint(
                                constraint.span(),
                                Optional.of(name),
                                constraint.rule(),
                                notValid(constraint.checking())),
                        Guard.NONE));
    }

    /** The same without a look at the rows that are there. */
    static Checking notValid(Checking checking) {
        return new Checking(
                Validity.NOT_VALID,
                checking.enforced(),
                checking.deferral(),
                checking.inheritance(),
                checking.conflict());
    }
}
