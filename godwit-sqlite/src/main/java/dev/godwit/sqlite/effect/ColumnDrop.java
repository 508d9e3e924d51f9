package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Age;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Loss;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** What DROP COLUMN does, and what bars it: every row is written anew, and nothing may still name the column. */
final class ColumnDrop {
    private final Catalog catalog;
    private final QualifiedName name;
    private final Optional<Table> table;
    private final DropColumn drop;

    ColumnDrop(Catalog catalog, QualifiedName table, DropColumn drop) {
        this.catalog = catalog;
        this.name = catalog.resolve(table);
        this.table = catalog.table(table);
        this.drop = drop;
    }

    Effects of(Effects effects) {
        Identifier column = drop.column();
        boolean virtual = table.flatMap(known -> known.column(column))
                .flatMap(Column::generated)
                .filter(made -> made.storing() != Generated.Storing.STORED)
                .isPresent();
        boolean empty = table.filter(known -> known.age() == Age.NEW).isPresent();
        Effects working = virtual || empty ? effects : effects.working(Rows.rewrite(name));
        Effects done = working.losing(new Loss(Loss.Kind.COLUMN, name, column.name()))
                .breaking(new Breakage(Breakage.Kind.COLUMN_GONE, name, column.name()));
        if (drop.guard() != Guard.NONE) {
            return done.refused("near \"exists\": syntax error");
        }
        return refusal(column).map(done::refused).orElse(done);
    }

    private Optional<String> refusal(Identifier column) {
        if (Schema.lacks(table, column)) {
            return Optional.of("no such column: \"" + column + "\"");
        }
        return table.flatMap(known -> ofTable(known, column))
                .or(() -> Schema.viewOf(catalog, name, column)
                        .map(view -> "error in view " + view.name() + " after drop column: no such column: " + column))
                .or(() -> Schema.brokenView(catalog));
    }

    private Optional<String> ofTable(Table known, Identifier column) {
        for (TableConstraint constraint : known.constraints()) {
            Optional<String> bar = bar(known, constraint.rule(), column);
            if (bar.isPresent()) {
                return bar;
            }
        }
        Optional<Index> index = known.indexes().stream()
                .filter(at -> isOwn(at) && at.uses(column))
                .findFirst();
        if (index.isPresent()) {
            return Optional.of(
                    "error in index " + index.get().name().map(Identifier::name).orElse("")
                            + " after drop column: no such column: " + column);
        }
        boolean generates = known.columns().stream()
                .filter(other -> !same(other.name(), column))
                .flatMap(other -> other.generated().stream())
                .anyMatch(made -> mentions(made.value(), column));
        if (generates) {
            return Optional.of("error in table " + name + " after drop column: no such column: " + column);
        }
        return known.columns().size() == 1
                ? Optional.of("cannot drop column \"" + column + "\": no other columns exist")
                : Optional.empty();
    }

    // Those of constraints bar it as constraints.
    private static boolean isOwn(Index index) {
        return !index.kind().equals("PRIMARY")
                && index.name()
                        .filter(named -> !named.name().startsWith("sqlite_autoindex_"))
                        .isPresent();
    }

    private Optional<String> bar(Table known, ConstraintRule rule, Identifier column) {
        return switch (rule) {
            case ConstraintRule.PrimaryKey key ->
                contains(key.key().columns(), column)
                        ? Optional.of("cannot drop PRIMARY KEY column: \"" + column + "\"")
                        : Optional.empty();
            case ConstraintRule.Unique unique ->
                contains(unique.key().columns(), column)
                        ? Optional.of("cannot drop UNIQUE column: \"" + column + "\"")
                        : Optional.empty();
            case ConstraintRule.Check check ->
                mentions(check.condition(), column) && !isAtColumn(known, rule, column)
                        ? Optional.of("error in table " + name + " after drop column: no such column: " + column)
                        : Optional.empty();
            case ConstraintRule.ForeignKey key ->
                contains(key.columns(), column) && !isAtColumn(known, rule, column)
                        ? Optional.of("error in table " + name + " after drop column: unknown column \"" + column
                                + "\" in foreign key definition")
                        : Optional.empty();
            case ConstraintRule.NotNull other -> Optional.empty();
            case ConstraintRule.Exclude other -> Optional.empty();
        };
    }

    // What is written at the column itself goes with it.
    private boolean isAtColumn(Table known, ConstraintRule rule, Identifier column) {
        return known.column(column).stream()
                .flatMap(at -> at.attributes().stream())
                .filter(ColumnAttribute.Constrained.class::isInstance)
                .map(attribute ->
                        ((ColumnAttribute.Constrained) attribute).constraint().rule())
                .anyMatch(own -> isSame(own, rule));
    }

    // A reference may have been completed since.
    private static boolean isSame(ConstraintRule own, ConstraintRule rule) {
        if (own instanceof ConstraintRule.Check one && rule instanceof ConstraintRule.Check other) {
            return one.condition().tokens().equals(other.condition().tokens());
        }
        return own instanceof ConstraintRule.ForeignKey one
                && rule instanceof ConstraintRule.ForeignKey other
                && one.columns().size() == other.columns().size();
    }

    private static boolean contains(List<Identifier> columns, Identifier column) {
        return columns.stream().anyMatch(other -> same(other, column));
    }

    private static boolean same(Identifier one, Identifier other) {
        return one.name().equalsIgnoreCase(other.name());
    }

    private static boolean mentions(Expression expression, Identifier column) {
        return expression.names().anyMatch(column.name()::equalsIgnoreCase);
    }
}
