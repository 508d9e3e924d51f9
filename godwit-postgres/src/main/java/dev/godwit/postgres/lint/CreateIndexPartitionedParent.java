package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes on partitioned tables. */
final class CreateIndexPartitionedParent implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "create-index-partitioned-parent",
                    Category.LOCK,
                    "An index on a partitioned table blocks writes on all partitions")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateIndex index)
                || index.scope() == Scope.ONLY
                || statement.isNew(index.table())
                || !Partitions.isPartitioned(statement.before(), index.table())) {
            return Stream.empty();
        }
        boolean refused = index.concurrency() == Concurrency.CONCURRENTLY;
        return Stream.of(Found.at(
                        statement,
                        refused
                                ? "PostgreSQL refuses this: nothing is built"
                                : LockText.of(statement, statement.effects(), index.table(), Work.INDEX_BUILD)
                                        + ", on every partition")
                .about(index.table())
                .because("an index of a partitioned table cannot be built CONCURRENTLY, those of its partitions can")
                .instead(way(statement, index)));
    }

    private static List<String> way(StatementContext statement, CreateIndex index) {
        Identifier name = index.name().map(QualifiedName::last).orElse(Sql.name(index.table(), "idx"));
        List<String> way = new ArrayList<>();
        way.add(statement.sql(only(index, name)));
        statement.before().partitions(index.table()).forEach(partition -> {
            Identifier own = Sql.name(partition.name(), name.name());
            way.add(statement.sql(Sql.concurrently(on(index, own, partition.name()))));
            way.add("ALTER INDEX " + statement.sql(new QualifiedName(List.of(name))) + " ATTACH PARTITION "
                    + statement.sql(new QualifiedName(List.of(own))) + ";");
        });
        if (way.size() == 1) {
            way.add("-- then for each partition: CREATE INDEX CONCURRENTLY …, ALTER INDEX " + name
                    + " ATTACH PARTITION …");
        }
        return way;
    }

    private static CreateIndex only(CreateIndex index, Identifier name) {
        return copy(index, name, index.table(), Scope.ONLY);
    }

    private static CreateIndex on(CreateIndex index, Identifier name, QualifiedName table) {
        return copy(index, name, table, Scope.WITH_CHILDREN);
    }

    private static CreateIndex copy(CreateIndex index, Identifier name, QualifiedName table, Scope scope) {
        return new CreateIndex(
                index.span(),
                index.kind(),
                Concurrency.PLAIN,
                index.guard(),
                Optional.of(new QualifiedName(List.of(name))),
                scope,
                table,
                index.method(),
                index.elements(),
                index.include(),
                index.nulls(),
                index.options(),
                index.where());
    }
}
