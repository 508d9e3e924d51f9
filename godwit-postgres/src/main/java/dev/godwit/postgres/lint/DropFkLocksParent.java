package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Finds drops of foreign keys, which lock the table that they point to. */
final class DropFkLocksParent implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "drop-fk-locks-parent", Category.LOCK, "Dropping a foreign key locks the referenced table as well")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        QualifiedName own = switch (statement.statement()) {
            case AlterTable alter
            when alter.actions(DropConstraint.class).findAny().isPresent() -> alter.table();
            case DropObject drop
            when drop.kind().equals("TABLE") && drop.objects().size() == 1 ->
                drop.objects().getFirst();
            case Statement other -> null;
        };
        if (own == null || statement.isNew(own)) {
            return Stream.empty();
        }
        QualifiedName table = statement.before().resolve(own);
        return statement.effects().locks().stream()
                .filter(lock -> lock.mode() == LockMode.BLOCKS_READS_AND_WRITES)
                .filter(lock -> !lock.table().equals(table) && !statement.isNew(lock.table()))
                .filter(lock -> ForeignKeys.of(statement.before(), own)
                        .anyMatch(key -> statement
                                .before()
                                .resolve(key.references().table())
                                .equals(lock.table())))
                .map(lock -> Found.at(
                                statement, LockText.of(statement, statement.effects(), lock.table(), Work.METADATA))
                        .weighing(lock.table())
                        .about(own)
                        .because("the triggers of the foreign key stand on " + lock.table() + ", too, and go with it")
                        .instead(List.of(
                                "SET LOCAL lock_timeout = '1s';",
                                "-- in a transaction of its own, and again after a pause where that fails")));
    }
}
