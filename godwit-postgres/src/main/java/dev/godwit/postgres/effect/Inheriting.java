package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import java.util.Optional;

/** Tells which tables the server does not let inherit from another, or become its partition. */
final class Inheriting {
    private Inheriting() {}

    static void refuse(Impact impact, Table parent, Table child) {
        for (Column column : parent.columns()) {
            Optional<Column> own = child.column(column.name());
            impact.refuseIf(own.isEmpty(), "\"" + child.name() + "\" has no column \"" + column.name() + "\"");
            boolean maybeNull = column.nullability() == Column.Nullability.NOT_NULL
                    && own.filter(is -> is.nullability() == Column.Nullability.NULLABLE)
                            .isPresent();
            impact.refuseIf(maybeNull, "column \"" + column.name() + "\" of \"" + child.name() + "\" may be NULL");
            boolean otherType = own.flatMap(Column::type)
                    .filter(type -> column.type()
                            .filter(is -> !is.base().equals(type.base()))
                            .isPresent())
                    .isPresent();
            impact.refuseIf(otherType, "column \"" + column.name() + "\" of \"" + child.name() + "\" has another type");
        }
        parent.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.Check
                        && constraint.checking().inheritance() != Inheritance.NO_INHERIT)
                .filter(constraint -> !hasCheck(child, constraint))
                .forEach(constraint -> impact.refuse("\"" + child.name() + "\" lacks constraint \""
                        + constraint.name().map(Identifier::name).orElse("") + "\""));
    }

    private static boolean hasCheck(Table child, TableConstraint wanted) {
        return child.constraints().stream()
                .anyMatch(own -> own.name().equals(wanted.name()) && own.rule() instanceof ConstraintRule.Check);
    }
}
