package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.UserType.Domain;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnAttribute.Identity;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.TypeName;
import java.util.Set;
import java.util.function.Predicate;

/** What rules ask of column definitions. */
final class Columns {
    private static final Set<String> SERIALS =
            Set.of("serial", "serial4", "bigserial", "serial8", "smallserial", "serial2");

    private Columns() {}

    static boolean isSerial(ColumnDefinition column) {
        return column.type().filter(type -> SERIALS.contains(type.base())).isPresent();
    }

    /** Returns the integer type of a serial. */
    static String integerOf(ColumnDefinition column) {
        String base = column.type().map(TypeName::base).orElse("");
        return base.startsWith("big") || base.endsWith("8")
                ? "bigint"
                : base.startsWith("small") || base.endsWith("2") ? "smallint" : "integer";
    }

    /** Tells whether its type is a domain of which it is known that it restricts its values. */
    static boolean isConstrainedDomain(StatementContext context, ColumnDefinition column) {
        return column.type()
                .flatMap(type -> context.before().type(type.name()))
                .filter(type -> type instanceof Domain domain && domain.isConstrained())
                .isPresent();
    }

    static boolean isIdentity(ColumnDefinition column) {
        return column.attribute(Identity.class).isPresent();
    }

    static boolean isGenerated(ColumnDefinition column) {
        return column.attribute(Generated.class).isPresent();
    }

    /** Tells whether the column is constrained at its definition by a rule of that kind. */
    static Predicate<ColumnAttribute> rule(Class<? extends ConstraintRule> kind) {
        return attribute -> attribute instanceof Constrained constrained
                && kind.isInstance(constrained.constraint().rule());
    }
}
