package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds maintenance that writes a table anew. */
final class VacuumFullOrCluster implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "vacuum-full-or-cluster", Category.REWRITE, "VACUUM FULL and CLUSTER rewrite the table")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Maintenance.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Maintenance maintenance) || !rewrites(maintenance)) {
            return Stream.empty();
        }
        if (maintenance.names().isEmpty()) {
            return Stream.of(
                    Found.at(statement, "ACCESS EXCLUSIVE on one table after another: every read and write of it waits")
                            .because("all tables of the database are written anew"));
        }
        return maintenance.names().stream()
                .filter(table -> !statement.isNew(table))
                .map(table -> Found.at(statement, LockText.of(statement, statement.effects(), table, Work.REWRITE))
                        .because("the table and all of its indexes are written anew")
                        .instead(List.of(
                                "VACUUM (ANALYZE) " + statement.sql(table) + ";",
                                "-- where disk space must be given back: pg_repack or pg_squeeze, which hold"
                                        + " the lock for a moment only"))
                        .weighing(table));
    }

    private static boolean rewrites(Maintenance maintenance) {
        return switch (maintenance.verb()) {
            case "CLUSTER" -> true;
            case "VACUUM" -> maintenance.options().contains("FULL");
            case "REPACK" -> !maintenance.options().contains("CONCURRENTLY");
            default -> false;
        };
    }
}
