package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds foreign keys, for those who do without them. */
final class ForeignKeyBanned implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "foreign-key-banned", Category.COMPATIBILITY, "Foreign keys bar online schema changes and sharding")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create ->
                create.constraints().flatMap(constraint -> found(statement, create.name(), constraint));
            case AlterTable alter ->
                alter.actions(AddConstraint.class).flatMap(add -> found(statement, alter.table(), add.constraint()));
            case Statement other -> Stream.empty();
        };
    }

    private static Stream<Found> found(StatementContext statement, QualifiedName table, Constraint constraint) {
        return constraint.rule() instanceof ForeignKey key
                ? Stream.of(Found.at(
                                statement,
                                table + " and " + key.references().table()
                                        + " can no longer be changed by gh-ost, nor be sharded apart")
                        .marking(constraint.span())
                        .about(table)
                        .because("gh-ost refuses tables with foreign keys on either side, and each write of a row locks"
                                + " the row that it refers to")
                        .instead(List.of("-- an index on the columns, and the application sees to the rest")))
                : Stream.empty();
    }
}
