package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.DropIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds drops of the index by which rows are replicated. */
final class ReplicaIdentityIndexDrop implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "replica-identity-index-drop",
                    Category.REPLICATION,
                    "The index that replication finds rows by is dropped")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof DropIndex drop
                ? drop.names().stream()
                        .flatMap(name -> statement.before().tableOfIndex(name).stream()
                                .filter(table -> table.replicaIdentity()
                                        .equalsIgnoreCase("INDEX " + name.last().name()))
                                .map(table -> found(statement, table, name)))
                : Stream.empty();
    }

    private static Found found(StatementContext statement, Table table, QualifiedName index) {
        return Found.at(statement, "UPDATE and DELETE on " + table.name() + " fail where it is published")
                .about(table.name())
                .about(index)
                .because(index + " is its REPLICA IDENTITY; without it the table has none")
                .instead(List.of(
                        "ALTER TABLE " + statement.sql(table.name()) + " REPLICA IDENTITY DEFAULT;",
                        statement.sql(new DropIndex(
                                drop(statement).span(),
                                Concurrency.CONCURRENTLY,
                                drop(statement).guard(),
                                List.of(index),
                                Behavior.UNSAID,
                                List.of()))));
    }

    private static DropIndex drop(StatementContext statement) {
        return (DropIndex) statement.statement();
    }
}
