package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables that are dropped. */
final class DropTable implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "drop-table", Category.DATA_LOSS, "A dropped table takes its rows and the application's queries with it");

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
        return Stream.concat(Drops.objects(statement, "TABLE"), Drops.objects(statement, "FOREIGN TABLE"))
                .filter(table -> !statement.isNew(table))
                .filter(table -> !isTemporary(statement, table))
                .filter(table -> !isRebuilt(statement, table))
                .map(table -> found(statement, table));
    }

    private static boolean isTemporary(StatementContext statement, QualifiedName table) {
        return statement
                .before()
                .table(table)
                .filter(known -> known.persistence() == Persistence.TEMPORARY)
                .isPresent();
    }

    // Where one lock is on everything nobody writes between the copy and the drop, and the rows are all there again.
    private static boolean isRebuilt(StatementContext statement, QualifiedName table) {
        QualifiedName name = statement.before().resolve(table);
        return statement.effects().lockOn(TableLock.EVERYTHING).isPresent()
                && Rebuild.of(statement.file()).stream()
                        .filter(one -> !one.isSelective())
                        .anyMatch(one -> one.moved().equals(Optional.of(name))
                                || (one.leaves() == statement && one.table().equals(name)));
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        QualifiedName kept = renamed(table);
        return Found.at(statement, "all rows of " + table + " are gone, and each query that names it fails")
                .about(table)
                .because("once this is committed only a backup has the rows")
                .instead(List.of(
                        "-- keep it under another name until nothing misses it, then drop that:",
                        "ALTER TABLE " + statement.sql(table) + " RENAME TO "
                                + statement.sql(new QualifiedName(List.of(kept.last()))) + ";"));
    }

    private static QualifiedName renamed(QualifiedName table) {
        return new QualifiedName(List.of(new Identifier(table.last().name() + "_dropped")));
    }
}
