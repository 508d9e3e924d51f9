package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds primary keys and unique constraints whose index is built while others write.
 *
 * <pre>
 * written   ALTER TABLE t ADD CONSTRAINT k UNIQUE (c)
 * run       CREATE UNIQUE INDEX CONCURRENTLY k ON t (c)                lock: blocks no reads or writes
 *           ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX k        lock: brief
 * </pre>
 *
 * The columns of a primary key are made NOT NULL first, since the server would read the whole table for that under its lock. On a partitioned
 * table each partition gets the constraint, and then the table itself, which takes those that are there.
 */
final class KeyByIndex implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(AddConstraint.class)
                .map(AddConstraint::constraint)
                .filter(constraint -> key(constraint.rule())
                        .filter(key -> key.usingIndex().isEmpty())
                        .isPresent())
                .filter(constraint -> Tables.works(context))
                // Such as a second primary key, of a file that drops the column of the first.
                .filter(constraint -> context.effects().refusal().isEmpty())
                .flatMap(constraint ->
                        newName(context, context.table()).map(name -> rewrite(context, constraint, name)));
    }

    private static Optional<ConstraintRule.Key> key(ConstraintRule rule) {
        return switch (rule) {
            case PrimaryKey primary -> Optional.of(primary.key());
            case Unique unique -> Optional.of(unique.key());
            case ConstraintRule.Check other -> Optional.empty();
            case ConstraintRule.NotNull other -> Optional.empty();
            case ConstraintRule.ForeignKey other -> Optional.empty();
            case ConstraintRule.Exclude other -> Optional.empty();
        };
    }

    private static Rewrite rewrite(PlanContext context, Constraint constraint, Identifier name) {
        return new Rewrite(
                "reads and writes of " + context.table()
                        + " would wait while the index is built: it is built CONCURRENTLY, and then taken for the key",
                steps(context, constraint, name),
                nullable(context, constraint).stream()
                        .flatMap(column -> SetNotNullViaCheck.contract(context, context.table(), column).stream())
                        .toList());
    }

    private static List<Step> steps(PlanContext context, Constraint constraint, Identifier name) {
        QualifiedName table = context.table();
        ConstraintRule.Key key = key(constraint.rule()).orElseThrow();
        List<Step> steps = new ArrayList<>(notNull(context, constraint));
        if (!Tables.isPartitioned(context, table)) {
            steps.addAll(steps(context, table, constraint, name));
            return steps;
        }
        steps.add(Duplicates.check(context, table, key.elements(), key.nulls(), Optional.empty()));
        for (QualifiedName leaf : Tables.leaves(context, Tables.full(context, table))) {
            newName(context, leaf).ifPresent(part -> {
                steps.add(build(context, leaf, key, part));
                steps.add(take(context, leaf, constraint, part));
            });
        }
        steps.add(new Step.Change(
                "take the keys of the partitions as its parts", List.of(context.text()), back(context, table, name)));
        return steps;
    }

    private static List<Step> notNull(PlanContext context, Constraint constraint) {
        return nullable(context, constraint).stream()
                .flatMap(column -> SetNotNullViaCheck.steps(context, context.table(), column).stream())
                .toList();
    }

    private static List<Identifier> nullable(PlanContext context, Constraint constraint) {
        return constraint.rule() instanceof PrimaryKey primary
                ? primary.key().columns().stream()
                        .filter(column -> context.known(context.table())
                                .filter(known -> known.provesNotNull(column))
                                .isEmpty())
                        .toList()
                : List.of();
    }

    /** Returns the steps for one table that is not partitioned, whose columns refuse NULL already where the key does. */
    static List<Step> steps(PlanContext context, QualifiedName table, Constraint constraint, Identifier name) {
        ConstraintRule.Key key = key(constraint.rule()).orElseThrow();
        if (key.elements().stream().anyMatch(element -> !element.order().isEmpty())) {
            throw new CannotPlanException("cannot add constraint \"" + name + "\" to " + table
                    + " without a stop: PostgreSQL makes a key WITHOUT OVERLAPS from no index that is there."
                    + " Add it while nobody writes, with -- godwit:allow");
        }
        return List.of(
                Duplicates.check(context, table, key.elements(), key.nulls(), Optional.empty()),
                build(context, table, key, name),
                take(context, table, constraint, name));
    }

    private static Step build(PlanContext context, QualifiedName table, ConstraintRule.Key key, Identifier name) {
        SqlText sql = context.sql();
        CreateIndex index = new CreateIndex(
                context.statement().span(),
                "UNIQUE",
                Concurrency.CONCURRENTLY,
                Guard.NONE,
                Optional.of(new QualifiedName(List.of(name))),
                AlterTable.Scope.WITH_CHILDREN,
                table,
                Optional.empty(),
                key.elements(),
                key.include(),
                key.nulls(),
                key.options().stream().map(KeyByIndex::ofIndex).toList(),
                Optional.empty());
        return new Step.Online(
                "build its index while others work",
                sql.print(context.source(), index),
                WayBack.by(sql.sql("DROP INDEX CONCURRENTLY IF EXISTS {}", Tables.beside(table, name))));
    }

    // What a key calls USING INDEX TABLESPACE, an index calls TABLESPACE.
    private static Option ofIndex(Option option) {
        return option.name().equals("USING INDEX TABLESPACE") ? new Option("TABLESPACE", option.value()) : option;
    }

    private static Step take(PlanContext context, QualifiedName table, Constraint constraint, Identifier name) {
        ConstraintRule.Key using = new ConstraintRule.Key(
                List.of(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ConstraintRule.Nulls.UNSAID,
                List.of());
        ConstraintRule rule = constraint.rule() instanceof PrimaryKey ? new PrimaryKey(using) : new Unique(using);
        Constraint taken = new Constraint(constraint.span(), Optional.of(name), rule, constraint.checking());
        return new Step.Change(
                "take the index for the key",
                List.of(context.sql().print(context.source(), Alters.of(table, new AddConstraint(taken, Guard.NONE)))),
                back(context, table, name));
    }

    private static WayBack back(PlanContext context, QualifiedName table, Identifier name) {
        return WayBack.by(context.sql().sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", table, name));
    }

    /** Returns the name that the server would give to the key which this statement makes there. */
    private static Optional<Identifier> newName(PlanContext context, QualifiedName table) {
        List<TableConstraint> had = context.known(table).map(Table::constraints).orElse(List.of());
        return context.before().after(context.statement()).table(table).stream()
                .flatMap(after -> after.constraints().stream())
                .filter(constraint -> !had.contains(constraint))
                .filter(constraint -> key(constraint.rule()).isPresent())
                .flatMap(constraint -> constraint.name().stream())
                .findFirst();
    }
}
