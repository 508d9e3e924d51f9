package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds rebuilds whose DROP TABLE deletes or changes the rows of other tables. */
final class RebuildCascadeDelete implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-rebuild-cascade-delete",
                    Category.DATA_LOSS,
                    "Dropping the old table of a rebuild deletes the rows that refer to it")
            .on(SqliteRules.PRODUCT);

    private static final Set<String> ACTING = Set.of("CASCADE", "SET NULL", "SET DEFAULT");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return file.isDown() ? Stream.empty() : Rebuild.of(file).stream().flatMap(one -> found(one).stream());
    }

    private static Optional<Found> found(Rebuild rebuild) {
        ForeignKeySwitch enforced = ForeignKeySwitch.at(rebuild.leaves());
        if (rebuild.way() == Rebuild.Way.OLD_RENAMED || enforced == ForeignKeySwitch.OFF) {
            return Optional.empty();
        }
        List<Table> children = rebuild.leaves()
                .before()
                .referencing(rebuild.table())
                .filter(child -> !child.name().equals(rebuild.table()))
                .toList();
        List<Table> acting = children.stream()
                .filter(child -> actions(child, rebuild.table()).anyMatch(ACTING::contains))
                .toList();
        if (!acting.isEmpty()) {
            return Optional.of(losing(rebuild, acting, enforced));
        }
        boolean refused = !children.isEmpty()
                && enforced == ForeignKeySwitch.ON
                && !ForeignKeySwitch.isDeferred(rebuild.leaves());
        if (refused) {
            return Optional.of(refused(rebuild, children));
        }
        boolean unknown = rebuild.leaves().before().table(rebuild.table()).isEmpty()
                && !ForeignKeySwitch.isOffInVain(rebuild.leaves());
        return unknown ? Optional.of(perhaps(rebuild)) : Optional.empty();
    }

    private static Stream<String> actions(Table child, QualifiedName parent) {
        return child.rules(ForeignKey.class)
                .filter(key -> key.references().table().equals(parent))
                .flatMap(key -> key.references().onDelete().stream())
                .map(action -> action.toUpperCase(Locale.ROOT));
    }

    private static Found losing(Rebuild rebuild, List<Table> acting, ForeignKeySwitch enforced) {
        QualifiedName table = rebuild.table();
        String what = acting.stream()
                .map(child -> actions(child, table).anyMatch("CASCADE"::equals)
                        ? "deletes every row of " + child.name() + " that refers to it"
                        : "empties the references of " + child.name())
                .collect(Collectors.joining(", "));
        String when = enforced == ForeignKeySwitch.ON ? "" : " where the connection enforces foreign keys";
        return of(rebuild, "DROP TABLE " + table + " " + what + when + ", and nothing is said", acting);
    }

    private static Found refused(Rebuild rebuild, List<Table> children) {
        String names = children.stream().map(child -> child.name().toString()).collect(Collectors.joining(", "));
        return of(
                rebuild,
                "DROP TABLE " + rebuild.table() + " fails as soon as a row of " + names + " refers to it",
                children);
    }

    private static Found perhaps(Rebuild rebuild) {
        return of(
                rebuild,
                "where the connection enforces foreign keys, DROP TABLE " + rebuild.table()
                        + " deletes every row of other tables that refers to it with ON DELETE CASCADE",
                List.of());
    }

    private static Found of(Rebuild rebuild, String happens, List<Table> about) {
        StatementContext drop = rebuild.leaves();
        Found found = Found.at(drop, happens)
                .because(
                        "DROP TABLE first deletes the rows as DELETE does, and each deletes what refers to it; that the"
                                + " name comes back does not matter")
                .instead(List.of(
                        "PRAGMA foreign_keys = OFF; -- before BEGIN: within a transaction it does nothing",
                        "BEGIN IMMEDIATE;",
                        "-- the rebuild",
                        "PRAGMA foreign_key_check; -- must return no row, else ROLLBACK",
                        "COMMIT;",
                        "PRAGMA foreign_keys = ON; -- if it was on"))
                .about(rebuild.table());
        for (Table table : about) {
            found = found.about(table.name());
        }
        return found;
    }
}
