package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds an index while others write.
 *
 * <pre>
 * written   CREATE INDEX i ON t (c)
 * run       CREATE INDEX CONCURRENTLY i ON t (c)       lock: blocks no reads or writes
 *
 * written   CREATE INDEX i ON partitioned (c)
 * run       CREATE INDEX CONCURRENTLY … ON each of its partitions (c)
 *           CREATE INDEX i ON partitioned (c)          lock: brief, takes those that are there (manual, CREATE INDEX)
 * </pre>
 */
final class IndexConcurrently implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof CreateIndex create)
                || create.concurrency() == Concurrency.CONCURRENTLY
                || !Tables.works(context)) {
            return Optional.empty();
        }
        QualifiedName table = Tables.full(context, create.table());
        Optional<Identifier> name = name(context, create, table);
        return name.map(known -> new Rewrite(
                "writers would wait while the index on " + create.table()
                        + " is built: CONCURRENTLY lets them work, and takes longer",
                steps(context, create, table, known),
                List.of()));
    }

    private static List<Step> steps(PlanContext context, CreateIndex create, QualifiedName table, Identifier name) {
        List<Step> steps = new ArrayList<>();
        if (create.isUnique()) {
            steps.add(Duplicates.check(context, create.table(), create.elements(), create.nulls(), create.where()));
        }
        if (!Tables.isPartitioned(context, table) || create.scope() == AlterTable.Scope.ONLY) {
            steps.add(online(context, create, create.table(), name));
            return steps;
        }
        for (QualifiedName leaf : Tables.leaves(context, table)) {
            newIndex(context, leaf).ifPresent(part -> steps.add(online(context, create, leaf, part)));
        }
        steps.add(new Step.Change(
                "take the indexes of the partitions as its parts",
                List.of(context.text()),
                WayBack.by(context.sql().sql("DROP INDEX IF EXISTS {}", Tables.beside(create.table(), name)))));
        return steps;
    }

    // The name that the server would give to the index that this statement makes there; none where it takes one that is
    // there.
    private static Optional<Identifier> newIndex(PlanContext context, QualifiedName table) {
        List<Index> had = context.known(table).map(Table::indexes).orElse(List.of());
        return context.before().after(context.statement()).table(table).stream()
                .flatMap(after -> after.indexes().stream())
                .filter(index -> !had.contains(index))
                .flatMap(index -> index.name().stream())
                .findFirst();
    }

    private static Optional<Identifier> name(PlanContext context, CreateIndex create, QualifiedName table) {
        return create.name()
                .map(QualifiedName::last)
                .or(() -> context.before()
                        .view(table)
                        .flatMap(view -> context.before().after(create).view(table).stream()
                                .flatMap(after -> after.indexes().stream())
                                .filter(index -> !view.indexes().contains(index))
                                .flatMap(index -> index.name().stream())
                                .findFirst())
                        .or(() -> newIndex(context, table)));
    }

    private static Step online(PlanContext context, CreateIndex create, QualifiedName table, Identifier name) {
        SqlText sql = context.sql();
        return new Step.Online(
                "build it while others work",
                sql.print(context.source(), concurrently(create, table, name)),
                WayBack.by(sql.sql("DROP INDEX CONCURRENTLY IF EXISTS {}", Tables.beside(table, name))));
    }

    private static CreateIndex concurrently(CreateIndex create, QualifiedName table, Identifier name) {
        return new CreateIndex(
                create.span(),
                create.kind(),
                Concurrency.CONCURRENTLY,
                create.table().equals(table) ? create.guard() : Guard.NONE,
                Optional.of(new QualifiedName(List.of(name))),
                AlterTable.Scope.WITH_CHILDREN,
                table,
                create.method(),
                create.elements(),
                create.include(),
                create.nulls(),
                create.options(),
                create.where());
    }
}
