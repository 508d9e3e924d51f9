package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction.RenameTable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds tables that are moved out of the way, and take along what refers to them. */
final class RenameRewritesReferences implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-rename-rewrites-references",
                    Category.COMPATIBILITY,
                    "What refers to a table follows it when it is renamed out of the way")
            .on(SqliteRules.PRODUCT);

    private static final Set<String> YES = Set.of("on", "1", "true", "yes");
    private static final Pattern ASIDE =
            Pattern.compile("(?i)^_*(old|bak|backup|tmp|temp)_.*|.*_(old|orig|bak|backup|tmp|temp)_*\\d*$");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(RenameTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter && !isLegacy(statement)
                ? alter.actions(RenameTable.class)
                        .filter(rename -> isAside(statement, alter.table(), rename.to()))
                        .map(rename -> found(statement, alter.table(), rename.to()))
                : Stream.empty();
    }

    // Seen: with it nothing follows while foreign keys are off, and only the references of foreign keys while they are
    // on.
    static boolean isLegacy(StatementContext statement) {
        return statement
                        .before()
                        .setting("legacy_alter_table")
                        .filter(value -> YES.contains(value.toLowerCase(java.util.Locale.ROOT)))
                        .isPresent()
                && ForeignKeySwitch.at(statement) != ForeignKeySwitch.ON;
    }

    private static boolean isAside(StatementContext statement, QualifiedName table, QualifiedName to) {
        QualifiedName old = statement.before().resolve(table);
        boolean replaced = statement.file().statements().stream()
                .filter(later -> later.index() > statement.index())
                .anyMatch(later -> Rebuild.gives(later, old));
        return replaced
                || (ASIDE.matcher(to.last().name()).matches()
                        && statement
                                .before()
                                .referencing(old)
                                .anyMatch(child -> !child.name().equals(old)));
    }

    private static Found found(StatementContext statement, QualifiedName table, QualifiedName to) {
        QualifiedName old = statement.before().resolve(table);
        List<Table> children = statement
                .before()
                .referencing(old)
                .filter(child -> !child.name().equals(old))
                .toList();
        String who = children.isEmpty()
                ? "foreign keys, triggers and views that name " + table + " name " + to
                : "the foreign keys of "
                        + children.stream()
                                .map(child -> child.name().toString())
                                .collect(Collectors.joining(", "))
                        + ", like triggers and views, refer to " + to;
        Found found = Found.at(statement, who + " from then on, not to the " + table + " that is made anew")
                .about(table)
                .because("since 3.26 a rename changes every text of the schema that has the name; once " + to
                        + " is dropped, each write to them fails")
                .instead(List.of(
                        "-- make the new table under another name, and move it in last:",
                        "CREATE TABLE "
                                + statement.sql(named("new_" + table.last().name())) + " (…);",
                        "INSERT INTO "
                                + statement.sql(named("new_" + table.last().name())) + " (…) SELECT … FROM "
                                + statement.sql(table) + ";",
                        "DROP TABLE " + statement.sql(table) + ";",
                        "ALTER TABLE "
                                + statement.sql(named("new_" + table.last().name())) + " RENAME TO "
                                + statement.sql(new QualifiedName(List.of(table.last()))) + ";"));
        for (Table child : children) {
            found = found.about(child.name());
        }
        return found;
    }

    private static QualifiedName named(String name) {
        return new QualifiedName(List.of(new dev.godwit.sql.Identifier(name)));
    }
}
