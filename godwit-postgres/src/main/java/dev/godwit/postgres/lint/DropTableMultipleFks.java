package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds drops of tables that point to several others. */
final class DropTableMultipleFks implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "drop-table-multiple-fks",
                    Category.LOCK,
                    "Dropping a table with several foreign keys locks all their targets")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropObject.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof DropObject drop) || !drop.kind().equals("TABLE")) {
            return Stream.empty();
        }
        return drop.objects().stream()
                .filter(table -> !statement.isNew(table))
                .filter(table -> parents(statement, table).size() > 1)
                .map(table -> found(statement, table));
    }

    private static List<QualifiedName> parents(StatementContext statement, QualifiedName table) {
        QualifiedName own = statement.before().resolve(table);
        return ForeignKeys.of(statement.before(), table)
                .map(key -> statement.before().resolve(key.references().table()))
                .filter(parent -> !parent.equals(own))
                .distinct()
                .toList();
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        String parents =
                parents(statement, table).stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        Stream<String> way = statement.before().table(table).stream()
                .flatMap(known -> known.constraints().stream())
                .filter(constraint -> constraint.rule() instanceof ForeignKey)
                .flatMap(constraint -> constraint.name().stream())
                .map(name -> statement.sql(Sql.alter(
                        table,
                        new DropConstraint(
                                DropConstraint.Kind.CONSTRAINT, Optional.of(name), Guard.NONE, Behavior.UNSAID))));
        return Found.at(
                        statement,
                        "ACCESS EXCLUSIVE on " + table + ", " + parents
                                + " at once: every read and write of them waits")
                .about(table)
                .because("each foreign key is dropped with the table and needs the lock on its target; waiting for one"
                        + " holds all others")
                .instead(Stream.concat(Stream.of("-- one at a time, each in a transaction of its own:"), way)
                        .toList());
    }
}
