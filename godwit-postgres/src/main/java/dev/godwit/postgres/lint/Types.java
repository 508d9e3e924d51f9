package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.UserType.Enumeration;
import dev.godwit.core.lint.Act;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.TypeName;
import java.util.Optional;

/** What rules ask of changes of types. */
final class Types {
    private Types() {}

    /** Tells whether it is one between timestamp with and without time zone. */
    static boolean isTimeZoneChange(Act<ChangeType> change) {
        Optional<TypeName> from = change.column().flatMap(Column::type);
        return change.action().using().isEmpty()
                && from.filter(Types::isTimestamp).isPresent()
                && isTimestamp(change.action().type())
                && from.filter(type -> hasZone(type) != hasZone(change.action().type()))
                        .isPresent();
    }

    private static boolean isTimestamp(TypeName type) {
        return type.base().equals("timestamp") || type.base().equals("timestamptz");
    }

    private static boolean hasZone(TypeName type) {
        return type.base().equals("timestamptz") || type.has("WITH TIME ZONE");
    }

    /** Tells whether a column goes over text to an enum, as when a value is taken out of one. */
    static boolean isEnumSwap(Act<ChangeType> change) {
        boolean toEnum = change.context()
                .before()
                .type(change.action().type().name())
                .filter(type -> type instanceof Enumeration)
                .isPresent();
        boolean fromEnum = change.column()
                .flatMap(Column::type)
                .flatMap(type -> change.context().before().type(type.name()))
                .filter(type -> type instanceof Enumeration)
                .isPresent();
        boolean overText = change.action()
                .using()
                .filter(using -> using.names().anyMatch("text"::equals))
                .isPresent();
        return toEnum && (fromEnum || overText);
    }
}
