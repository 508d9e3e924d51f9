package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Loss;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an ALTER TABLE takes from the database and from those who use it. */
final class AlterConsequences {
    private final ServerFacts server;
    private final AlterTable alter;
    private final QualifiedName name;
    private final Optional<Table> table;

    AlterConsequences(ServerFacts server, Catalog catalog, AlterTable alter) {
        this.server = server;
        this.alter = alter;
        this.name = catalog.resolve(alter.table());
        this.table = catalog.table(alter.table());
    }

    Effects of(Effects effects) {
        Effects all = effects;
        for (AlterAction action : alter.actions()) {
            all = switch (action) {
                case ColumnAction column -> column(all, column);
                case ConstraintAction constraint -> constraint(all, constraint);
                case IndexAction.DropTableIndex drop -> index(all, drop.name());
                case IndexAction other -> all;
                case TableAction.RenameTable rename -> all.breaking(broken(Breakage.Kind.OBJECT_RENAMED, ""));
                case TableAction.OtherAction other
                when other.name().equals("DISCARD TABLESPACE") -> all.losing(lost(Loss.Kind.ROWS, ""));
                case TableAction other -> all;
                case PartitionAction other -> all;
            };
        }
        return all;
    }

    private Breakage broken(Breakage.Kind kind, String part) {
        return new Breakage(kind, name, part);
    }

    private Loss lost(Loss.Kind kind, String part) {
        return new Loss(kind, name, part);
    }

    private Effects column(Effects effects, ColumnAction action) {
        String part = action.column().name();
        return switch (action) {
            case ColumnAction.AddColumn add -> added(effects, add);
            case ColumnAction.DropColumn drop ->
                effects.losing(lost(Loss.Kind.COLUMN, part)).breaking(broken(Breakage.Kind.COLUMN_GONE, part));
            case ColumnAction.RenameColumn rename -> effects.breaking(broken(Breakage.Kind.COLUMN_RENAMED, part));
            case ColumnAction.ModifyColumn modify -> defined(effects, modify.column(), modify.definition());
            case ColumnAction.ChangeColumn change -> changed(effects, change);
            case ColumnAction.DropDefault drop ->
                isNotNull(drop.column()) ? effects.breaking(broken(Breakage.Kind.VALUE_DEMANDED, part)) : effects;
            case ColumnAction.SetDefault other -> effects;
            case ColumnAction.SetColumnOption other -> effects;
            case ColumnAction.ChangeType other -> effects;
            case ColumnAction.SetNotNull other -> effects;
            case ColumnAction.DropNotNull other -> effects;
            case ColumnAction.AddIdentity other -> effects;
            case ColumnAction.SetIdentity other -> effects;
            case ColumnAction.DropIdentity other -> effects;
            case ColumnAction.SetExpression other -> effects;
            case ColumnAction.DropExpression other -> effects;
        };
    }

    private boolean isNotNull(Identifier column) {
        return table.flatMap(known -> known.column(column))
                .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                .isPresent();
    }

    private Effects added(Effects effects, ColumnAction.AddColumn add) {
        boolean isThere = add.guard() == Guard.IF_NOT_EXISTS
                && table.flatMap(known -> known.column(add.column())).isPresent();
        return !isThere && demands(add.definition())
                ? effects.breaking(
                        broken(Breakage.Kind.VALUE_DEMANDED, add.column().name()))
                : effects;
    }

    private static boolean demands(ColumnDefinition definition) {
        return definition.has(ConstraintRule.NotNull.class)
                && definition.attribute(ColumnAttribute.Default.class).isEmpty()
                && definition.attribute(ColumnAttribute.Generated.class).isEmpty()
                && definition.attribute(ColumnAttribute.AutoIncrement.class).isEmpty();
    }

    private Effects changed(Effects effects, ColumnAction.ChangeColumn change) {
        Effects defined = defined(effects, change.column(), change.definition());
        return change.column().equals(change.definition().name())
                ? defined
                : defined.breaking(
                        broken(Breakage.Kind.COLUMN_RENAMED, change.column().name()));
    }

    private Effects defined(Effects effects, Identifier name, ColumnDefinition definition) {
        Optional<Column> before = table.flatMap(known -> known.column(name));
        if (before.isEmpty()) {
            return effects;
        }
        ColumnChange change = new ColumnChange(server, table.orElseThrow(), before.get(), definition, alter.actions());
        Effects typed = typed(effects, name.name(), before.get(), definition, change);
        if (change.changes().contains(Change.MAKE_NULLABLE)) {
            return typed.breaking(broken(Breakage.Kind.GUARANTEE_GONE, name.name()));
        }
        boolean refusesNull = change.changes().contains(Change.MAKE_NOT_NULL);
        Effects refusing = refusesNull ? typed.breaking(broken(Breakage.Kind.VALUE_REFUSED, name.name())) : typed;
        boolean filled = before.get().fillsItself() || !isNotNull(name);
        return demands(definition) && filled
                ? refusing.breaking(broken(Breakage.Kind.VALUE_DEMANDED, name.name()))
                : refusing;
    }

    private Effects typed(
            Effects effects, String part, Column before, ColumnDefinition definition, ColumnChange change) {
        if (before.type().isEmpty() || definition.type().isEmpty()) {
            return effects;
        }
        ColumnType old = change.oldType();
        ColumnType wanted = change.newType();
        Effects narrowed =
                Narrowing.loses(old, wanted) ? effects.losing(lost(Loss.Kind.NARROWED_VALUES, part)) : effects;
        boolean converts = change.changes().contains(Change.CHANGE_TYPE)
                && before.generated().isEmpty();
        return converts ? narrowed.breaking(broken(Breakage.Kind.TYPE_CHANGED, part)) : narrowed;
    }

    private Effects constraint(Effects effects, ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add ->
                add.constraint().checking().enforced() == Constraint.Enforcement.NOT_ENFORCED
                        ? effects
                        : effects.breaking(broken(Breakage.Kind.VALUE_REFUSED, label(add.constraint())));
            case ConstraintAction.DropConstraint drop -> dropped(effects, drop);
            case ConstraintAction.AlterConstraint alterConstraint ->
                effects.breaking(broken(
                        alterConstraint.checking().enforced() == Constraint.Enforcement.NOT_ENFORCED
                                ? Breakage.Kind.GUARANTEE_GONE
                                : Breakage.Kind.VALUE_REFUSED,
                        alterConstraint.name().name()));
            case ConstraintAction.ValidateConstraint other -> effects;
            case ConstraintAction.RenameConstraint other -> effects;
        };
    }

    private static String label(Constraint constraint) {
        if (constraint.name().isPresent()) {
            return constraint.name().get().name();
        }
        List<Identifier> columns = switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey key -> key.key().columns();
            case ConstraintRule.Unique unique -> unique.key().columns();
            case ConstraintRule.ForeignKey key -> key.columns();
            case ConstraintRule.NotNull notNull -> List.of(notNull.column());
            case ConstraintRule.Check other -> List.of();
            case ConstraintRule.Exclude other -> List.of();
        };
        return columns.stream().map(Identifier::name).collect(Collectors.joining(", "));
    }

    private Effects dropped(Effects effects, ConstraintAction.DropConstraint drop) {
        String part = drop.name().map(Identifier::name).orElse("PRIMARY");
        return effects.losing(lost(Loss.Kind.CONSTRAINT, part)).breaking(broken(Breakage.Kind.GUARANTEE_GONE, part));
    }

    private Effects index(Effects effects, Identifier index) {
        Effects lossy = effects.losing(lost(Loss.Kind.INDEX, index.name()));
        boolean unique = table.flatMap(known -> known.index(index))
                        .filter(known -> known.isUnique())
                        .isPresent()
                || table.flatMap(known -> known.constraint(index))
                        .map(TableConstraint::rule)
                        .isPresent();
        return unique ? lossy.breaking(broken(Breakage.Kind.GUARANTEE_GONE, index.name())) : lossy;
    }
}
