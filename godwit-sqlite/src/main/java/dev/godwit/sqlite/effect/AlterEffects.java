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
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute.Generated;
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
import java.util.Locale;
import java.util.Optional;

/** What an ALTER TABLE does; SQLite takes one action at a time. */
final class AlterEffects {
    // Seen: 3.34 and 3.51 refuse what 3.36 and 3.53 take.
    private static final int RENAME_COLUMN = 25;
    private static final int DROP_COLUMN = 35;
    private static final int CONSTRAINTS = 53;

    private final Catalog catalog;
    private final ServerVersion version;
    private final AlterTable alter;
    private final QualifiedName name;
    private final Optional<Table> table;

    AlterEffects(Catalog catalog, ServerVersion version, AlterTable alter) {
        this.catalog = catalog;
        this.version = version;
        this.alter = alter;
        this.name = catalog.resolve(alter.table());
        this.table = catalog.table(alter.table());
    }

    Effects effects() {
        Effects effects = SqliteEffects.writing();
        if (!alter.kind().equals("TABLE")) {
            return effects.refused("near \"" + alter.kind().toLowerCase(Locale.ROOT) + "\": syntax error");
        }
        if (alter.actions().size() != 1) {
            return effects.refused("near \",\": syntax error");
        }
        Effects done = done(effects, alter.actions().getFirst());
        if (catalog.view(alter.table()).isPresent()) {
            return done.refused("view " + alter.table() + " may not be altered");
        }
        if (Schema.isMissing(catalog, alter.table())) {
            return done.refused("no such table: " + alter.table());
        }
        boolean virtual =
                table.filter(known -> known.kind().equals("VIRTUAL TABLE")).isPresent();
        boolean renames = alter.actions().getFirst() instanceof TableAction.RenameTable;
        return virtual && !renames ? done.refused("virtual tables may not be altered") : done;
    }

    private Effects done(Effects effects, AlterAction action) {
        return switch (action) {
            case ColumnAction column -> column(effects, column);
            case ConstraintAction constraint -> constraint(effects, constraint);
            case TableAction.RenameTable rename -> renamed(effects, rename);
            case TableAction other -> syntaxError(effects);
            case IndexAction other -> syntaxError(effects);
            case PartitionAction other -> syntaxError(effects);
        };
    }

    private static Effects syntaxError(Effects effects) {
        return effects.refused("SQLite cannot read it: syntax error");
    }

    private Effects since(Effects effects, int minor) {
        return version.atLeast(3, minor)
                ? effects
                : effects.refused("SQLite reads it since 3." + minor + ": syntax error");
    }

    private Effects column(Effects effects, ColumnAction action) {
        return switch (action) {
            case AddColumn add -> added(effects, add);
            case ColumnAction.DropColumn drop ->
                since(new ColumnDrop(catalog, alter.table(), drop).of(effects), DROP_COLUMN);
            case ColumnAction.RenameColumn rename -> renamed(effects, rename);
            case ColumnAction.SetNotNull set -> notNull(effects, set.column());
            case ColumnAction.DropNotNull drop -> nullable(effects, drop.column());
            case ColumnAction.ModifyColumn other -> syntaxError(effects);
            case ColumnAction.ChangeColumn other -> syntaxError(effects);
            case ColumnAction.ChangeType other -> syntaxError(effects);
            case ColumnAction.SetDefault other -> syntaxError(effects);
            case ColumnAction.DropDefault other -> syntaxError(effects);
            case ColumnAction.AddIdentity other -> syntaxError(effects);
            case ColumnAction.SetIdentity other -> syntaxError(effects);
            case ColumnAction.DropIdentity other -> syntaxError(effects);
            case ColumnAction.SetExpression other -> syntaxError(effects);
            case ColumnAction.DropExpression other -> syntaxError(effects);
            case ColumnAction.SetColumnOption other -> syntaxError(effects);
        };
    }

    // The rows that are there are read where a condition or the types of a STRICT table could refuse them.
    private Effects added(Effects effects, AddColumn add) {
        ColumnDefinition definition = add.definition();
        boolean generated = definition.attribute(Generated.class).isPresent();
        boolean checks = definition.has(ConstraintRule.Check.class)
                || (generated && definition.has(ConstraintRule.NotNull.class))
                || isStrict();
        boolean demands =
                definition.has(ConstraintRule.NotNull.class) && !generated && Default.of(definition) == Default.NONE;
        Effects done = checks && !isNew() ? effects.working(Rows.scan(name)) : effects;
        Effects demanding = demands
                ? done.breaking(new Breakage(
                        Breakage.Kind.VALUE_DEMANDED, name, add.column().name()))
                : done;
        if (add.guard() != Guard.NONE) {
            return demanding.refused("near \"exists\": syntax error");
        }
        return ColumnRefusal.of(catalog, table, definition)
                .map(demanding::refused)
                .orElse(demanding);
    }

    private boolean isNew() {
        return table.filter(known -> known.age() == Age.NEW).isPresent();
    }

    private boolean isStrict() {
        return table.filter(known -> known.options().containsKey("STRICT")).isPresent();
    }

    private Effects renamed(Effects effects, TableAction.RenameTable rename) {
        Effects done = effects.breaking(new Breakage(Breakage.Kind.OBJECT_RENAMED, name, ""));
        boolean taken = !catalog.resolve(rename.to()).equals(name)
                && (catalog.table(rename.to()).isPresent()
                        || catalog.view(rename.to()).isPresent()
                        || catalog.tableOfIndex(rename.to()).isPresent());
        if (taken) {
            return done.refused("there is already another table or index with this name: " + rename.to());
        }
        return isLegacy() ? done : readingViews(done);
    }

    private boolean isLegacy() {
        return catalog.setting("legacy_alter_table")
                .filter(value -> value.equalsIgnoreCase("on") || value.equals("1") || value.equalsIgnoreCase("true"))
                .isPresent();
    }

    // Since 3.26 the names in views and triggers follow, for which all of them are read.
    private Effects readingViews(Effects effects) {
        return Schema.brokenView(catalog).map(effects::refused).orElse(effects);
    }

    private Effects renamed(Effects effects, ColumnAction.RenameColumn rename) {
        Effects done = since(
                effects.breaking(new Breakage(
                        Breakage.Kind.COLUMN_RENAMED, name, rename.column().name())),
                RENAME_COLUMN);
        if (Schema.lacks(table, rename.column())) {
            return done.refused("no such column: \"" + rename.column() + "\"");
        }
        boolean taken = !rename.to().name().equalsIgnoreCase(rename.column().name())
                && table.flatMap(known -> known.column(rename.to())).isPresent();
        return taken ? done.refused("duplicate column name: " + rename.to()) : readingViews(done);
    }

    // An index finds the NULLs without a look at the rows.
    private Effects notNull(Effects effects, Identifier column) {
        Optional<Column> known = table.flatMap(at -> at.column(column));
        boolean proved = known.filter(at -> at.nullability() == Column.Nullability.NOT_NULL)
                        .isPresent()
                || table.filter(at -> isRowid(at, column) || leadsIndex(at, column))
                        .isPresent();
        Effects done = proved || isNew() ? effects : effects.working(Rows.scan(name));
        return missing(
                since(done.breaking(new Breakage(Breakage.Kind.VALUE_REFUSED, name, column.name())), CONSTRAINTS),
                column);
    }

    private Effects missing(Effects effects, Identifier column) {
        return Schema.lacks(table, column) ? effects.refused("no such column: " + column) : effects;
    }

    private static boolean isRowid(Table table, Identifier column) {
        boolean integer = table.column(column)
                .flatMap(Column::type)
                .filter(type -> type.base().equalsIgnoreCase("integer"))
                .isPresent();
        return integer
                && table.rules(ConstraintRule.PrimaryKey.class)
                        .anyMatch(key -> key.key().columns().size() == 1
                                && key.key().columns().getFirst().name().equalsIgnoreCase(column.name()));
    }

    private static boolean leadsIndex(Table table, Identifier column) {
        return table.indexes().stream()
                .filter(index -> index.where().isEmpty() && !index.elements().isEmpty())
                .map(Index::elements)
                .anyMatch(elements -> elements.getFirst()
                        .column()
                        .filter(first -> first.name().equalsIgnoreCase(column.name()))
                        .isPresent());
    }

    private Effects nullable(Effects effects, Identifier column) {
        boolean was = table.flatMap(known -> known.column(column))
                .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                .isPresent();
        Effects done =
                was ? effects.breaking(new Breakage(Breakage.Kind.GUARANTEE_GONE, name, column.name())) : effects;
        return missing(since(done, CONSTRAINTS), column);
    }

    private Effects constraint(Effects effects, ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add -> since(check(effects, add), CONSTRAINTS);
            case ConstraintAction.DropConstraint drop -> since(dropped(effects, drop), CONSTRAINTS);
            case ConstraintAction.ValidateConstraint other -> syntaxError(effects);
            case ConstraintAction.AlterConstraint other -> syntaxError(effects);
            case ConstraintAction.RenameConstraint other -> syntaxError(effects);
        };
    }

    private Effects check(Effects effects, ConstraintAction.AddConstraint add) {
        Constraint constraint = add.constraint();
        String label = constraint.name().map(Identifier::name).orElse("");
        Effects done = (isNew() ? effects : effects.working(Rows.scan(name)))
                .breaking(new Breakage(Breakage.Kind.VALUE_REFUSED, name, label));
        if (!(constraint.rule() instanceof ConstraintRule.Check check)) {
            return done.refused("SQLite adds no constraints but CHECK: syntax error");
        }
        if (add.guard() != Guard.NONE) {
            return done.refused("near \"not\": syntax error");
        }
        boolean taken = constraint
                .name()
                .flatMap(named -> table.flatMap(known -> known.constraint(named)))
                .isPresent();
        if (taken) {
            return done.refused("constraint " + label + " already exists");
        }
        if (check.condition().has("SELECT")) {
            return done.refused("subqueries prohibited in CHECK constraints");
        }
        return CheckNames.unknown(check, table)
                .map(unknown -> done.refused("no such column: " + unknown))
                .orElse(done);
    }

    private Effects dropped(Effects effects, ConstraintAction.DropConstraint drop) {
        String label = drop.name().map(Identifier::name).orElse("");
        Effects done = effects.losing(new Loss(Loss.Kind.CONSTRAINT, name, label))
                .breaking(new Breakage(Breakage.Kind.GUARANTEE_GONE, name, label));
        if (drop.guard() != Guard.NONE || drop.kind() != ConstraintAction.DropConstraint.Kind.CONSTRAINT) {
            return syntaxError(done);
        }
        Optional<TableConstraint> constraint =
                drop.name().flatMap(named -> table.flatMap(known -> known.constraint(named)));
        boolean known =
                table.filter(at -> at.knowledge() == Table.Knowledge.WHOLE).isPresent();
        if (constraint.isEmpty()) {
            return known ? done.refused("no such constraint: " + label) : done;
        }
        boolean key = constraint.get().rule() instanceof ConstraintRule.PrimaryKey
                || constraint.get().rule() instanceof ConstraintRule.Unique;
        return key ? done.refused("constraint may not be dropped: " + label) : done;
    }
}
