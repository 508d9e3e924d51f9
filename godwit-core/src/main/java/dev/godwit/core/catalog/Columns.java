package dev.godwit.core.catalog;

import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds, replaces and removes columns of a table. */
final class Columns {
    private final Draft draft;
    private final Constraints constraints;

    Columns(Draft draft, Constraints constraints) {
        this.draft = draft;
        this.constraints = constraints;
    }

    /** Adds a column with its constraints, the sequence that it needs, and no more where it is there already. */
    void add(TableDraft table, ColumnDefinition written, Position position) {
        if (table.column(written.name()).isPresent()) {
            return;
        }
        declare(table, written, position);
        constraints(written).forEach(constraint -> constraints.add(table, constraint));
    }

    /** Adds a column without its constraints, but for what they say of NULL. */
    void declare(TableDraft table, ColumnDefinition written, Position position) {
        Optional<Conventions.ColumnSequence> sequence =
                draft.conventions.sequence(table.name, written, draft.taken(table));
        sequence.ifPresent(made -> own(table, written.name(), made));
        Column column = column(draft.conventions.meant(written));
        Column filled = column.defaultValue().isPresent()
                ? column
                : column.withDefault(sequence.flatMap(Conventions.ColumnSequence::defaultValue));
        insert(table, filled, position, table.columns.size());
    }

    private void own(TableDraft table, Identifier column, Conventions.ColumnSequence made) {
        QualifiedName name = Names.beside(table.name, made.name());
        draft.sequences = draft.sequences.with(
                name, new Sequence(name, made.type(), Optional.of(table.name), Optional.of(column), Optional.empty()));
    }

    /** Returns the constraints that a definition writes at the column. */
    Stream<Constraint> constraints(ColumnDefinition written) {
        return draft.conventions
                .meant(written)
                .attributes(Constrained.class)
                .map(Constrained::constraint)
                .filter(constraint -> !(constraint.rule() instanceof ForeignKey
                        && draft.conventions.has(Conventions.Trait.INLINE_REFERENCES_IGNORED)));
    }

    /** Gives a column a whole new definition, and perhaps another name that it has already; its keys stay. */
    void redefine(TableDraft table, ColumnDefinition written, Position position) {
        Column before = table.column(written.name()).orElseGet(() -> Column.unknown(written.name()));
        Column after = column(draft.conventions.meant(written)).withName(written.name());
        boolean keyed = table.constraints.stream()
                .anyMatch(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey primary
                        && primary.key().columns().stream().anyMatch(key -> Names.same(key, written.name())));
        int index = table.columns.indexOf(before);
        table.columns.remove(before);
        insert(
                table,
                keyed ? after.with(Column.Nullability.NOT_NULL) : after,
                position,
                index < 0 ? table.columns.size() : index);
        constraints(written)
                .filter(constraint -> !(constraint.rule() instanceof ConstraintRule.NotNull))
                .forEach(constraint -> constraints.add(table, constraint));
    }

    private static void insert(TableDraft table, Column column, Position position, int otherwise) {
        int index = switch (position.place()) {
            case UNSAID -> otherwise;
            case FIRST -> 0;
            case AFTER -> after(table, position.after());
        };
        table.columns.add(Math.min(index, table.columns.size()), column);
    }

    private static int after(TableDraft table, Optional<Identifier> neighbour) {
        int found = neighbour.flatMap(table::column).map(table.columns::indexOf).orElse(-1);
        return found < 0 ? table.columns.size() : found + 1;
    }

    private Column column(ColumnDefinition definition) {
        return new Column(
                definition.name(),
                definition.type(),
                nullability(definition),
                definition
                        .attribute(ColumnAttribute.Default.class)
                        .map(ColumnAttribute.Default::value)
                        .filter(value -> !isNull(value)),
                definition.attribute(ColumnAttribute.Generated.class),
                definition.attribute(ColumnAttribute.Identity.class),
                definition.attributes().stream().filter(this::isFurther).toList());
    }

    private boolean goesAlong(ConstraintRule rule) {
        return draft.conventions.has(Conventions.Trait.CONSTRAINTS_GO_ALONG)
                && (rule instanceof ConstraintRule.Check || rule instanceof ForeignKey);
    }

    static boolean isNull(dev.godwit.sql.Expression value) {
        return value.tokens().size() == 1 && value.tokens().getFirst().is("NULL");
    }

    private Column.Nullability nullability(ColumnDefinition definition) {
        Optional<Constraint> notNull = definition
                .attributes(Constrained.class)
                .map(Constrained::constraint)
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.NotNull)
                .findFirst();
        if (notNull.isPresent()) {
            return Constraints.nullability(notNull.get().checking());
        }
        boolean never = definition.type().filter(draft.conventions::isSerial).isPresent()
                || definition.attribute(ColumnAttribute.Identity.class).isPresent()
                || definition.attribute(ColumnAttribute.AutoIncrement.class).isPresent();
        return never ? Column.Nullability.NOT_NULL : Column.Nullability.NULLABLE;
    }

    private boolean isFurther(ColumnAttribute attribute) {
        return switch (attribute) {
            case Constrained constrained -> goesAlong(constrained.constraint().rule());
            case ColumnAttribute.Nullable other -> false;
            case ColumnAttribute.Default other -> false;
            case ColumnAttribute.Generated other -> false;
            case ColumnAttribute.Identity other -> false;
            case ColumnAttribute.AutoIncrement further -> true;
            case ColumnAttribute.Collated further -> true;
            case ColumnAttribute.Commented further -> true;
            case ColumnAttribute.OnUpdate further -> true;
            case ColumnAttribute.Setting further -> true;
        };
    }

    /** Removes a column with what stands on it. */
    void drop(TableDraft table, Identifier name) {
        Optional<Column> column = table.column(name);
        Identifier own = column.map(Column::name).orElse(name);
        column.ifPresent(found -> dropSequence(table, found));
        if (draft.conventions.has(Conventions.Trait.INDEXES_OUTLIVE_COLUMNS)) {
            constraints.shrink(table, own);
        } else {
            constraints.dropAllOn(table, own);
        }
        table.columns.removeIf(one -> one.name().equals(own));
    }

    private void dropSequence(TableDraft table, Column column) {
        for (Sequence sequence : draft.sequences.values()) {
            boolean owned = sequence.ownedBy().filter(table.name::equals).isPresent();
            String name = sequence.name().last().name();
            boolean used = column.defaultValue()
                            .filter(value -> value.text().contains(name))
                            .isPresent()
                    || name.startsWith("%s_%s_seq".formatted(table.name.last(), column.name()));
            if (owned && used) {
                draft.sequences = draft.sequences.without(sequence.name());
            }
        }
    }
}
