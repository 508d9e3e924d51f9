package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.PartitionOf;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds partitions that are created in place. */
final class CreatePartitionOfParentLock implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "create-partition-of-parent-lock",
                    Category.LOCK,
                    "CREATE TABLE … PARTITION OF locks the partitioned table")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateTable create)) {
            return Stream.empty();
        }
        return create.partitionOf().map(PartitionOf::parent).stream()
                .filter(parent -> !statement.isNew(parent))
                .map(parent -> found(statement, create, parent));
    }

    private static Found found(StatementContext statement, CreateTable create, QualifiedName parent) {
        String name = statement.sql(create.name());
        return Found.at(statement, LockText.of(statement, statement.effects(), parent, Work.METADATA))
                .about(parent)
                .because("a partition made in place needs the strongest lock on the whole partitioned table; one that"
                        + " is attached does not")
                .instead(List.of(
                        "CREATE TABLE " + name + " (LIKE " + statement.sql(parent) + " INCLUDING ALL);",
                        "ALTER TABLE " + statement.sql(parent) + " ATTACH PARTITION " + name + " "
                                + create.partitionOf().orElseThrow().bound().text() + ";"));
    }
}
