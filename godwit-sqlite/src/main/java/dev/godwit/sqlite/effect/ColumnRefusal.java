package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Age;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a column cannot be added (sqlite.org/lang_altertable.html, section 4; seen on 3.54.1). */
final class ColumnRefusal {
    private static final Set<String> STRICT_TYPES = Set.of("int", "integer", "real", "text", "blob", "any");

    private ColumnRefusal() {}

    static Optional<String> of(Catalog catalog, Optional<Table> table, ColumnDefinition definition) {
        if (table.flatMap(known -> known.column(definition.name())).isPresent()) {
            return Optional.of("duplicate column name: " + definition.name());
        }
        if (definition.has(ConstraintRule.PrimaryKey.class)) {
            return Optional.of("Cannot add a PRIMARY KEY column");
        }
        if (definition.has(ConstraintRule.Unique.class)) {
            return Optional.of("Cannot add a UNIQUE column");
        }
        Optional<Generated> generated = definition.attribute(Generated.class);
        if (generated.filter(made -> made.storing() == Generated.Storing.STORED).isPresent()) {
            return Optional.of("cannot add a STORED column");
        }
        boolean strict =
                table.filter(known -> known.options().containsKey("STRICT")).isPresent();
        boolean typed = definition
                .type()
                .filter(type -> type.arguments().isEmpty()
                        && STRICT_TYPES.contains(type.base().toLowerCase(Locale.ROOT)))
                .isPresent();
        if (strict && !typed) {
            return Optional.of("unknown datatype for " + definition.name());
        }
        boolean empty = table.filter(known -> known.age() == Age.NEW).isPresent();
        return empty || generated.isPresent() ? Optional.empty() : withRows(catalog, definition);
    }

    private static Optional<String> withRows(Catalog catalog, ColumnDefinition definition) {
        Default value = Default.of(definition);
        if (definition.has(ConstraintRule.NotNull.class) && value == Default.NONE) {
            return Optional.of("Cannot add a NOT NULL column with default value NULL");
        }
        if (value == Default.COMPUTED) {
            return Optional.of("Cannot add a column with non-constant default");
        }
        boolean refers = definition.has(ConstraintRule.ForeignKey.class) && value != Default.NONE;
        return refers && checksForeignKeys(catalog)
                ? Optional.of("Cannot add a REFERENCES column with non-NULL default value")
                : Optional.empty();
    }

    private static boolean checksForeignKeys(Catalog catalog) {
        return catalog.setting("foreign_keys")
                .filter(value -> value.equalsIgnoreCase("on") || value.equals("1") || value.equalsIgnoreCase("true"))
                .isPresent();
    }
}
