package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Sequence;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.UserType;
import dev.godwit.core.effect.Work;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.Directives.Purpose;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.postgres.effect.PostgresEffects;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.AddIdentity;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnAttribute.Identity;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One column that {@link AddColumnInSteps} adds. */
final class AddedColumn {
    private final PlanContext context;
    private final SqlText sql;
    private final QualifiedName table;
    private final ColumnDefinition definition;
    private final Identifier column;
    /** The table as the statement would leave it, with the names that the server gives. */
    private final Table after;

    AddedColumn(PlanContext context, ColumnDefinition definition) {
        this.context = context;
        this.sql = context.sql();
        this.table = Tables.full(context, context.table());
        this.definition = definition;
        this.column = definition.name();
        this.after = context.before()
                .after(context.statement())
                .table(table)
                .orElseThrow(() -> new CannotPlanException("cannot add column \"" + column + "\": nothing is known of "
                        + table + ". Plan with the database at hand"));
    }

    Rewrite rewrite() {
        refuseGenerated();
        refuseDomain();
        Optional<Filling> filling = filling();
        if (filling.isEmpty() && refusesNull()) {
            throw new CannotPlanException("cannot add column \"" + column + "\" to " + table
                    + ": it is NOT NULL without a default, and neither the rows that are there nor those that the old application inserts"
                    + " have a value for it. Say which: -- godwit:backfill " + column
                    + " = <expression over the other columns>, or give it a DEFAULT");
        }
        List<Step> expand = new ArrayList<>();
        if (isCheap()) {
            expand.add(addedWhole());
            rules().forEach(rule -> expand.addAll(held(rule)));
            return new Rewrite(why(false), expand, List.of());
        }
        expand.add(added());
        filling.ifPresent(fill -> {
            expand.add(fill.begin());
            expand.add(fill.batches());
        });
        boolean filledByServer =
                filling.filter(fill -> fill.when() == Filling.When.UPDATE).isPresent();
        if (filledByServer) {
            expand.add(filling.get().end());
        }
        if (refusesNull()) {
            SetNotNullViaCheck.proved(context, table, column).stream()
                    .map(step -> identity().isPresent() ? goesWithColumn(step) : step)
                    .forEach(expand::add);
        }
        if (identity().isPresent()) {
            expand.add(identityInstead(identity().get()));
        }
        rules().forEach(rule -> expand.addAll(held(rule)));
        List<Step> contract =
                filling.isPresent() && !filledByServer ? List.of(filling.get().end()) : List.of();
        return new Rewrite(why(filling.isPresent()), expand, contract);
    }

    // An identity cannot be made nullable, and its numbers must go on to come until the column is dropped.
    private static Step goesWithColumn(Step step) {
        boolean alone = step instanceof Step.Change change
                && change.statements().stream().anyMatch(statement -> statement.contains(" SET NOT NULL"));
        return alone ? new Step.Change(step.purpose(), step.statements(), WayBack.nothing()) : step;
    }

    private String why(boolean fills) {
        return "all rows of " + table
                + " would be written or read while reads and writes wait: the column is added empty"
                + (fills ? ", filled in batches" : "") + " and held to its rules afterwards"
                + (fills && hasUpdateTriggers()
                        ? "; the table's triggers on UPDATE fire for each row that is filled"
                        : "");
    }

    private boolean hasUpdateTriggers() {
        return context.known(table).stream()
                .flatMap(known -> known.triggers().stream())
                .anyMatch(trigger ->
                        trigger.events().contains("UPDATE") && trigger.columns().isEmpty());
    }

    private void refuseGenerated() {
        boolean stored = definition
                .attribute(Generated.class)
                .filter(generated -> generated.storing() == Generated.Storing.STORED)
                .isPresent();
        if (stored) {
            throw new CannotPlanException("cannot add column \"" + column + "\" to " + table
                    + " without a stop: the server computes a stored column by writing the whole table anew, and makes none of a"
                    + " column that is there. Add a plain column that a trigger keeps, or since PostgreSQL 18 a VIRTUAL one;"
                    + " or run it as written while nobody works, with -- godwit:allow add-column-generated-stored");
        }
    }

    private void refuseDomain() {
        Optional<UserType.Domain> domain = definition
                .type()
                .flatMap(type -> context.before().type(type.name()))
                .filter(UserType.Domain.class::isInstance)
                .map(UserType.Domain.class::cast)
                .filter(UserType.Domain::isConstrained);
        domain.ifPresent(known -> {
            throw new CannotPlanException("cannot add column \"" + column + "\" to " + table
                    + " without a stop: the server looks at every row for a domain with constraints, also where the column is empty."
                    + " Give it the type " + known.base() + " and the domain's conditions as a CHECK of its own");
        });
    }

    private Optional<Filling> filling() {
        Optional<String> said =
                context.values().of(Purpose.BACKFILL, table.last().name(), column.name());
        Optional<String> value = defaultValue();
        Filling.When when = value.isPresent() ? Filling.When.UPDATE : Filling.When.INSERT_OR_UPDATE;
        return said.or(() -> value).map(fill -> new Filling(context, table, column, fill, when));
    }

    /** Returns what the server fills in; for an identity what does so until it is one. */
    private Optional<String> defaultValue() {
        return identity()
                .map(identity -> "nextval(" + sql.literal(sql.name(Tables.beside(table, numbers()))) + "::regclass)")
                .or(() -> after.column(column)
                        .flatMap(Column::defaultValue)
                        .map(Expression::text)
                        .filter(text -> !text.equalsIgnoreCase("NULL")));
    }

    private Optional<Identity> identity() {
        return definition.attribute(Identity.class);
    }

    private boolean refusesNull() {
        return after.column(column)
                .filter(known -> known.nullability() != Column.Nullability.NULLABLE)
                .isPresent();
    }

    private Step added() {
        List<String> statements = new ArrayList<>();
        Optional<QualifiedName> sequence = newSequence();
        identity()
                .map(identity -> createSequence(Tables.beside(table, numbers()), identity.options()))
                .ifPresent(statements::add);
        sequence.filter(name -> identity().isEmpty())
                .map(name -> createSequence(name, List.of()))
                .ifPresent(statements::add);
        statements.add(
                sql.print(context.source(), Alters.of(table, new AddColumn(bare(), Guard.NONE, Position.UNSAID))));
        sequence.filter(name -> identity().isEmpty())
                .map(name -> sql.sql("ALTER SEQUENCE {} OWNED BY {}.{}", name, table, column))
                .ifPresent(statements::add);
        defaultValue()
                .map(value -> sql.sql("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {}", table, column, new Raw(value)))
                .ifPresent(statements::add);
        List<String> back = new ArrayList<>();
        back.add(sql.sql("ALTER TABLE IF EXISTS {} DROP COLUMN IF EXISTS {}", table, column));
        if (identity().isPresent()) {
            back.add(sql.sql("DROP SEQUENCE IF EXISTS {}", Tables.beside(table, numbers())));
        }
        return new Step.Change("add it empty", statements, new WayBack.Statements(back));
    }

    // As the server names it for a serial column.
    private Optional<QualifiedName> newSequence() {
        return context.before().after(context.statement()).sequences().stream()
                .map(Sequence::name)
                .filter(name -> context.before().sequence(name).isEmpty())
                .findFirst();
    }

    private Identifier numbers() {
        return HelperNames.of("numbers", table, column.name());
    }

    private String createSequence(QualifiedName name, List<Option> options) {
        List<Option> all = new ArrayList<>();
        after.column(column)
                .flatMap(Column::type)
                .map(type -> new Option("AS", Optional.of(new PostgresDialect().expression(type.base()))))
                .ifPresent(all::add);
        options.stream()
                .filter(option -> !option.name().equals("SEQUENCE NAME"))
                .forEach(all::add);
        return sql.print(
                context.source(),
                new CreateSequence(
                        context.statement().span(), Replacement.NONE, Persistence.PERMANENT, Guard.NONE, name, all));
    }

    // A default that is the same for all rows is kept beside the table, and proves NOT NULL (release notes of 11).
    private boolean isCheap() {
        boolean said = context.values()
                .of(Purpose.BACKFILL, table.last().name(), column.name())
                .isPresent();
        return !said
                && new PostgresEffects()
                        .of(whole(), context.before(), context.version()).work().stream()
                                .allMatch(work -> work.work() == Work.METADATA)
                && (defaultValue().isPresent() || !refusesNull());
    }

    private AlterTable whole() {
        ColumnDefinition kept = new ColumnDefinition(
                definition.span(),
                column,
                definition.type(),
                definition.attributes().stream()
                        .filter(attribute -> !(attribute instanceof ColumnAttribute.Constrained constrained)
                                || constrained.constraint().rule() instanceof ConstraintRule.NotNull)
                        .toList());
        return Alters.of(table, new AddColumn(kept, Guard.NONE, Position.UNSAID));
    }

    private Step addedWhole() {
        return new Step.Change(
                "add it with its value",
                List.of(sql.print(context.source(), whole())),
                WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP COLUMN IF EXISTS {}", table, column)));
    }

    /** The column with its type and nothing that would have to be held. */
    private ColumnDefinition bare() {
        Optional<TypeName> type = after.column(column).flatMap(Column::type).or(definition::type);
        return new ColumnDefinition(
                definition.span(),
                column,
                type,
                definition.attributes().stream()
                        .filter(attribute -> attribute instanceof ColumnAttribute.Collated
                                || attribute instanceof ColumnAttribute.Setting)
                        .toList());
    }

    // Nobody draws from the helper while the table is locked, so that the identity goes on where it stands.
    private Step identityInstead(Identity identity) {
        QualifiedName numbers = Tables.beside(table, numbers());
        return new Step.Change(
                "make it the identity",
                List.of(
                        sql.sql("ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT", table, column),
                        sql.print(context.source(), Alters.of(table, new AddIdentity(column, identity))),
                        sql.sql(
                                "SELECT setval(pg_get_serial_sequence({}, {}), nextval({}), false)",
                                new Raw(sql.literal(sql.name(table))),
                                new Raw(sql.literal(column.name())),
                                new Raw(sql.literal(sql.name(numbers)))),
                        sql.sql("DROP SEQUENCE {}", numbers)),
                WayBack.nothing());
    }

    /** The rules of the column that are no NOT NULL, under the names that the server gives. */
    private List<TableConstraint> rules() {
        List<TableConstraint> had = context.known(table).map(Table::constraints).orElse(List.of());
        return after.constraints().stream()
                .filter(constraint -> !had.contains(constraint))
                .filter(constraint -> !(constraint.rule() instanceof ConstraintRule.NotNull))
                .toList();
    }

    private List<Step> held(TableConstraint rule) {
        Identifier name = rule.name().orElseThrow();
        Constraint constraint = new Constraint(definition.span(), Optional.of(name), rule.rule(), rule.checking());
        return switch (rule.rule()) {
            case ConstraintRule.PrimaryKey key -> KeyByIndex.steps(context, table, constraint, name);
            case ConstraintRule.Unique key -> KeyByIndex.steps(context, table, constraint, name);
            case ConstraintRule.Check check -> ConstraintNotValidFirst.steps(context, table, constraint, name);
            case ConstraintRule.ForeignKey key -> ConstraintNotValidFirst.steps(context, table, constraint, name);
            case ConstraintRule.NotNull other -> List.of();
            case ConstraintRule.Exclude other ->
                List.of(new Step.Change(
                        "hold it to its rule",
                        List.of(sql.print(
                                context.source(), Alters.of(table, new AddConstraint(constraint, Guard.NONE)))),
                        WayBack.nothing()));
        };
    }
}
