package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables that get another name. */
final class RenameTable implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "rename-table", Category.COMPATIBILITY, "A renamed table breaks the application that runs now");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        Stream<RenameTables.Renaming> renamings = switch (statement.statement()) {
            case AlterTable alter
            when alter.kind().endsWith("TABLE") || alter.kind().endsWith("VIEW") ->
                alter.actions(TableAction.RenameTable.class)
                        .map(rename -> new RenameTables.Renaming(alter.table(), rename.to()));
            case RenameTables rename -> rename.renamings().stream();
            case Statement other -> Stream.empty();
        };
        return renamings
                .filter(renaming -> !statement.isNew(renaming.from()))
                .filter(renaming -> !isMadeHere(statement, renaming.from()))
                .filter(renaming -> !standsIn(statement, renaming.from()))
                .filter(renaming -> !takesPlace(statement, renaming.to()))
                .map(renaming -> found(statement, renaming));
    }

    // Nobody outside of the file knows the name, also where the table holds rows by now.
    private static boolean isMadeHere(StatementContext statement, QualifiedName old) {
        return statement.file().statements().stream()
                .filter(earlier -> earlier.index() < statement.index())
                .anyMatch(earlier -> earlier.statement() instanceof CreateTable create
                        && earlier.before()
                                .resolve(create.name())
                                .equals(statement.before().resolve(old)));
    }

    // A view or table of the old name, made in the same transaction or swapped in by the same statement, answers the
    // old queries.
    private static boolean standsIn(StatementContext statement, QualifiedName old) {
        return statement.laterInTransaction().stream().anyMatch(later -> makes(later.statement(), old))
                || makes(statement.statement(), old);
    }

    // The second half of a swap: what had the name was moved away just before.
    private static boolean takesPlace(StatementContext statement, QualifiedName name) {
        return statement.earlierInTransaction().stream()
                .anyMatch(earlier -> earlier.statement() instanceof AlterTable alter
                        && alter.table().last().equals(name.last())
                        && alter.actions(TableAction.RenameTable.class)
                                .findAny()
                                .isPresent());
    }

    private static boolean makes(Statement statement, QualifiedName name) {
        return switch (statement) {
            case CreateView view -> view.name().last().equals(name.last());
            case CreateTable table -> table.name().last().equals(name.last());
            case RenameTables rename ->
                rename.renamings().stream().anyMatch(one -> one.to().last().equals(name.last()));
            case AlterTable alter ->
                alter.actions(TableAction.RenameTable.class)
                        .anyMatch(rename -> rename.to().last().equals(name.last()));
            case Statement other -> false;
        };
    }

    private static Found found(StatementContext statement, RenameTables.Renaming renaming) {
        return Found.at(
                        statement,
                        "every query that says " + renaming.from() + " fails from the moment this is committed")
                .about(renaming.from())
                .because("the old release of the application and the new one run side by side while it is deployed, and"
                        + " one of them knows the wrong name")
                .instead(
                        Products.isMysqlFamily(statement)
                                ? viewFirst(statement, renaming)
                                : viewAfter(statement, renaming));
    }

    private static List<String> viewAfter(StatementContext statement, RenameTables.Renaming renaming) {
        return List.of(
                "-- in one transaction: rename it and leave a view of the old name, which reads and writes through",
                "BEGIN;",
                statement.text() + ";",
                "CREATE VIEW " + statement.sql(renaming.from()) + " AS SELECT * FROM " + statement.sql(renaming.to())
                        + ";",
                "COMMIT;");
    }

    // RENAME TABLE commits, but swaps several names at once.
    private static List<String> viewFirst(StatementContext statement, RenameTables.Renaming renaming) {
        String from = statement.sql(renaming.from());
        String to = statement.sql(renaming.to());
        return List.of(
                "-- a view of the new name, which reads and writes through, until no release knows the old one:",
                "CREATE VIEW " + to + " AS SELECT * FROM " + from + ";",
                "-- then, in a later migration, both at once:",
                "RENAME TABLE " + to + " TO " + to + "_view, " + from + " TO " + to + ";");
    }
}
