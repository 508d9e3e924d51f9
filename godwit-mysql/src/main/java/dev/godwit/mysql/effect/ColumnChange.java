package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What MODIFY and CHANGE ask for, by comparing the column with its new definition. */
final class ColumnChange {
    private final ServerFacts server;
    private final Table table;
    private final Column before;
    private final ColumnDefinition after;
    private final Optional<Generated> generated;
    private final Charset inherited;

    /** @param actions all of the statement: one may give the table another character set, which the new definition then inherits */
    ColumnChange(ServerFacts server, Table table, Column before, ColumnDefinition after, List<AlterAction> actions) {
        this.server = server;
        this.table = table;
        this.before = before;
        this.after = after;
        this.generated = after.attribute(Generated.class);
        this.inherited = Charset.of(Optional.of(table), actions, server);
    }

    /** Tells whether the column would become virtual, or no longer be, which no server does. */
    boolean changesStoring() {
        boolean wasVirtual = TableShape.isVirtual(before);
        boolean wasStored = TableShape.isStored(before);
        boolean isStored = generated
                .filter(now -> now.storing() == Generated.Storing.STORED)
                .isPresent();
        boolean isVirtual = generated.isPresent() && !isStored;
        return wasVirtual != isVirtual && (wasVirtual || wasStored || isVirtual);
    }

    Set<Change> changes() {
        Set<Change> changes = typeChanges();
        changes.addAll(generatedChanges());
        changes.addAll(nullability());
        boolean counted = before.attribute(ColumnAttribute.AutoIncrement.class).isPresent();
        boolean counts = after.attribute(ColumnAttribute.AutoIncrement.class).isPresent();
        if (counted != counts) {
            changes.add(counts ? Change.GAIN_AUTO_INCREMENT : Change.LOSE_AUTO_INCREMENT);
        }
        if (!tokens(before.defaultValue()).equals(tokens(defaultValue()))
                || !comment(before.attributes()).equals(comment(after.attributes()))) {
            changes.add(Change.CHANGE_DEFAULT);
        }
        if (after.has(ConstraintRule.Check.class)) {
            changes.add(Change.ADD_COLUMN_CHECK);
        }
        return changes;
    }

    private Optional<Expression> defaultValue() {
        return after.attribute(ColumnAttribute.Default.class).map(ColumnAttribute.Default::value);
    }

    private static List<Lexeme> tokens(Optional<Expression> value) {
        return value.map(Expression::tokens).orElse(List.of());
    }

    private static List<String> comment(List<ColumnAttribute> attributes) {
        return attributes.stream()
                .filter(ColumnAttribute.Commented.class::isInstance)
                .map(attribute -> ((ColumnAttribute.Commented) attribute).text())
                .toList();
    }

    private Set<Change> typeChanges() {
        Optional<TypeName> old = before.type();
        if (old.isEmpty() || after.type().isEmpty()) {
            return Change.none();
        }
        return new TypeComparison(
                        server, isOrdered(), TableShape.of(Optional.of(table)).redundant())
                .changes(oldType(), newType());
    }

    ColumnType oldType() {
        return ColumnType.of(
                before.type().orElseThrow(), before.attributes(), Charset.of(Optional.of(table), server), server);
    }

    ColumnType newType() {
        return ColumnType.of(after.type().orElseThrow(), after.attributes(), inherited, server);
    }

    private boolean isOrdered() {
        return table.indexes().stream().anyMatch(index -> TableShape.isOn(index, before));
    }

    private Set<Change> generatedChanges() {
        if (before.generated().isEmpty() && generated.isEmpty()) {
            return Change.none();
        }
        if (before.generated().isEmpty() || generated.isEmpty()) {
            return Set.of(Change.CHANGE_TYPE);
        }
        if (before.generated()
                .get()
                .value()
                .tokens()
                .equals(generated.get().value().tokens())) {
            return Change.none();
        }
        if (!TableShape.isVirtual(before)) {
            return Set.of(Change.CHANGE_TYPE);
        }
        boolean indexed = table.indexes().stream().anyMatch(index -> index.uses(before.name()));
        return Set.of(indexed ? Change.CHANGE_INDEXED_VIRTUAL_EXPRESSION : Change.CHANGE_VIRTUAL_EXPRESSION);
    }

    private Set<Change> nullability() {
        if (generated.isPresent() || before.generated().isPresent()) {
            return Change.none();
        }
        boolean was = isNotNull();
        boolean is = after.has(ConstraintRule.NotNull.class) || after.has(ConstraintRule.PrimaryKey.class) || isInKey();
        if (was == is) {
            return Change.none();
        }
        if (was) {
            return Set.of(Change.MAKE_NULLABLE);
        }
        boolean timestamp = after.type()
                .filter(type -> type.base().equalsIgnoreCase("timestamp"))
                .isPresent();
        return Set.of(timestamp ? Change.MAKE_TIMESTAMP_NOT_NULL : Change.MAKE_NOT_NULL);
    }

    private boolean isNotNull() {
        return before.nullability() == Column.Nullability.NOT_NULL || isInKey();
    }

    private boolean isInKey() {
        return table.indexes().stream().anyMatch(this::isKeyOf);
    }

    private boolean isKeyOf(Index index) {
        return index.kind().equals("PRIMARY") && TableShape.isOn(index, before);
    }
}
