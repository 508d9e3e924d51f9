package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PartitionAction.AttachPartition;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attaches a table of which is known already that its rows lie within the bound, and that has the indexes and keys of its parent.
 *
 * <pre>
 * written   ALTER TABLE p ATTACH PARTITION t FOR VALUES FROM (1) TO (9)
 * run       ALTER TABLE t ADD CONSTRAINT g CHECK (k IS NOT NULL AND k &gt;= 1 AND k &lt; 9) NOT VALID
 *           ALTER TABLE t VALIDATE CONSTRAINT g                        lock: blocks no reads or writes
 *           CREATE INDEX CONCURRENTLY …, foreign keys by VALIDATE
 *           ALTER TABLE p ATTACH PARTITION t …                         lock: brief, the check proves it
 *           ALTER TABLE t DROP CONSTRAINT g
 * </pre>
 *
 * Not where there is a default partition: it would have to refuse what is within the bound, which until then belongs there.
 */
final class AttachProved implements Recipe {
    private static final Pattern RANGE = Pattern.compile(
            "FOR\\s+VALUES\\s+FROM\\s*\\((.*)\\)\\s*TO\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LIST =
            Pattern.compile("FOR\\s+VALUES\\s+IN\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(AttachPartition.class)
                .filter(attach -> context.effects().refusal().isEmpty() && Tables.works(context))
                .flatMap(attach -> condition(context, attach).map(condition -> rewrite(context, attach, condition)));
    }

    private static Optional<String> condition(PlanContext context, AttachPartition attach) {
        boolean hasDefault = context.before()
                .partitions(context.table())
                .flatMap(partition -> partition.partitionOf().stream())
                .anyMatch(link -> link.bound().strip().equalsIgnoreCase("DEFAULT"));
        Optional<List<String>> key = context.known(context.table())
                .flatMap(Table::partitioning)
                .map(PartitionScheme::columns)
                .filter(columns -> columns.size() == 1);
        return hasDefault || key.isEmpty()
                ? Optional.empty()
                : condition(
                        context.sql().name(key.get().getFirst()),
                        attach.bound().text().strip());
    }

    private static Optional<String> condition(String key, String bound) {
        Matcher range = RANGE.matcher(bound);
        if (range.matches()) {
            return Optional.of(
                    key + " IS NOT NULL" + end(key, " >= ", range.group(1)) + end(key, " < ", range.group(2)));
        }
        Matcher list = LIST.matcher(bound);
        return list.matches()
                        && !list.group(1).toUpperCase(java.util.Locale.ROOT).contains("NULL")
                ? Optional.of(key + " IS NOT NULL AND " + key + " IN (" + list.group(1) + ")")
                : Optional.empty();
    }

    private static String end(String key, String operator, String value) {
        String bare = value.strip();
        return bare.equalsIgnoreCase("MINVALUE") || bare.equalsIgnoreCase("MAXVALUE")
                ? ""
                : " AND " + key + operator + bare;
    }

    private static Rewrite rewrite(PlanContext context, AttachPartition attach, String condition) {
        SqlText sql = context.sql();
        QualifiedName child = attach.partition();
        Identifier check = HelperNames.of(
                "bound", Tables.full(context, child), child.last().name());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Change(
                "hold new rows to the bound",
                List.of(sql.sql(
                        "ALTER TABLE {} ADD CONSTRAINT {} CHECK ({}) NOT VALID", child, check, new Raw(condition))),
                WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", child, check))));
        steps.add(new Step.Change(
                "look at the rows that are there",
                List.of(sql.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", child, check)),
                WayBack.nothing()));
        steps.addAll(parts(context, child));
        steps.add(new Step.Change(
                "attach it, the check proves its rows",
                List.of(context.text(), sql.sql("ALTER TABLE {} DROP CONSTRAINT {}", child, check)),
                Undo.tolerant(sql.sql("ALTER TABLE {} DETACH PARTITION {}", context.table(), child))));
        return new Rewrite(
                "all rows of " + child + " would be read while " + context.table()
                        + " and it are locked: that, and what indexes it needs, is done before",
                steps,
                List.of());
    }

    /** What the partition gets from its parent, made before, so that it need only be taken. */
    private static List<Step> parts(PlanContext context, QualifiedName child) {
        Optional<Table> before = context.known(child);
        Optional<Table> after = context.before().after(context.statement()).table(child);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        List<TableConstraint> constraints = after.get().constraints().stream()
                .filter(constraint -> !before.get().constraints().contains(constraint))
                .toList();
        constraints.forEach(constraint -> steps.addAll(constraint(context, before.get(), child, constraint)));
        after.get().indexes().stream()
                .filter(index -> !before.get().indexes().contains(index))
                .filter(index ->
                        constraints.stream().noneMatch(own -> own.name().equals(index.name())))
                .forEach(index -> steps.add(index(context, child, index)));
        return steps;
    }

    private static List<Step> constraint(PlanContext context, Table before, QualifiedName child, TableConstraint rule) {
        if (rule.name().isEmpty()) {
            return List.of();
        }
        Identifier name = rule.name().get();
        Constraint constraint =
                new Constraint(context.statement().span(), Optional.of(name), rule.rule(), rule.checking());
        return switch (rule.rule()) {
            case ConstraintRule.ForeignKey key -> ConstraintNotValidFirst.steps(context, child, constraint, name);
            case ConstraintRule.Unique key -> KeyByIndex.steps(context, child, constraint, name);
            case ConstraintRule.PrimaryKey key -> {
                List<Step> steps = new ArrayList<>();
                key.key().columns().stream()
                        .filter(column -> !before.provesNotNull(column))
                        .forEach(column -> steps.addAll(SetNotNullViaCheck.steps(context, child, column)));
                steps.addAll(KeyByIndex.steps(context, child, constraint, name));
                yield steps;
            }
            case ConstraintRule.Check other -> List.of();
            case ConstraintRule.NotNull other -> List.of();
            case ConstraintRule.Exclude other -> List.of();
        };
    }

    private static Step index(PlanContext context, QualifiedName child, Index index) {
        return new Step.Online(
                "build an index that its parent has",
                PostgresWaysBack.again(context, child, index),
                WayBack.by(context.sql()
                        .sql(
                                "DROP INDEX CONCURRENTLY IF EXISTS {}",
                                Tables.beside(child, index.name().orElseThrow()))));
    }
}
