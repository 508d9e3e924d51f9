package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import java.util.regex.Pattern;

/** Tells whether a column has a value without being told one. */
final class FillsItself {
    private static final Pattern SERIAL = Pattern.compile("(small|big)?serial[248]?");

    private FillsItself() {}

    static boolean of(StatementContext statement, ColumnDefinition column) {
        return column.attribute(ColumnAttribute.Default.class)
                        .filter(value -> !isNull(value))
                        .isPresent()
                || column.attribute(ColumnAttribute.Generated.class).isPresent()
                || column.attribute(ColumnAttribute.Identity.class).isPresent()
                || column.attribute(ColumnAttribute.AutoIncrement.class).isPresent()
                || column.type()
                        .filter(type -> SERIAL.matcher(type.base()).matches())
                        .isPresent();
    }

    private static boolean isNull(ColumnAttribute.Default value) {
        return value.value().tokens().size() == 1 && value.value().has("NULL");
    }
}
