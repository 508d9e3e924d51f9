package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.View;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.TableAction.RenameTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds alterations that SQLite does not know, or refuses. */
final class UnsupportedAlter implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-unsupported-alter", Category.COMPATIBILITY, "SQLite cannot alter a table in this way")
            .on(SqliteRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class, Unparsed.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (MeantElsewhere.isForeignAlter(statement)) {
            return Stream.of(foreign(statement));
        }
        return statement.statement() instanceof AlterTable alter && !isOfAnotherRule(alter)
                ? statement.effects().refusal().map(why -> refused(statement, alter, why)).stream()
                : Stream.empty();
    }

    // Without a server the catalog does not know that nothing has the name meanwhile; the file itself has dropped it.
    @Override
    public Stream<Found> check(FileContext file) {
        return Rebuild.of(file).stream()
                .filter(rebuild -> rebuild.way() == Rebuild.Way.OLD_DROPPED
                        && rebuild.returns().statement() instanceof AlterTable
                        && rebuild.returns().effects().refusal().isEmpty()
                        && !RenameRewritesReferences.isLegacy(rebuild.returns()))
                .flatMap(rebuild -> rebuild.returns()
                        .before()
                        .reading(rebuild.table())
                        .limit(1)
                        .map(view -> barred(rebuild, view)));
    }

    private static Found barred(Rebuild rebuild, View view) {
        StatementContext rename = rebuild.returns();
        return Found.at(
                        rename,
                        "SQLite " + rename.version() + " refuses it: error in view " + view.name() + ": no such table: "
                                + rebuild.table())
                .about(rebuild.table())
                .about(view.name())
                .because("every view and trigger is read when a name changes, since the names in them follow, and "
                        + view.name() + " reads a table that is not there yet")
                .instead(List.of(
                        "DROP VIEW " + rename.sql(view.name()) + "; -- before",
                        rename.text() + ";",
                        OldDefinitions.view(rename, view.name())
                                .orElse("-- CREATE VIEW " + rename.sql(view.name()) + " … as it was")));
    }

    private static boolean isOfAnotherRule(AlterTable alter) {
        return alter.actions().size() == 1
                && (alter.actions().getFirst() instanceof AddColumn
                        || alter.actions().getFirst() instanceof DropColumn);
    }

    private static Found foreign(StatementContext statement) {
        Optional<AlterTable> meant = MeantElsewhere.of(statement);
        Found found = Found.at(statement, "SQLite " + statement.version() + " refuses it: a syntax error")
                .because("of a table SQLite can change the name, add, drop and rename columns one at a time, and"
                        + (statement.version().atLeast(3, 53)
                                ? " set or drop NOT NULL and CHECK"
                                : " no more before 3.53"))
                .instead(meant.map(alter -> way(statement, alter)).orElse(List.of()));
        return meant.map(alter -> found.about(alter.table())).orElse(found);
    }

    private static List<String> way(StatementContext statement, AlterTable meant) {
        return meant.actions().stream().allMatch(UnsupportedAlter::isSupported)
                ? meant.actions().stream()
                        .map(action -> statement.sql(alone(meant, action)))
                        .toList()
                : RebuildSql.of(statement, meant);
    }

    private static boolean isSupported(AlterAction action) {
        return action instanceof AddColumn || action instanceof DropColumn;
    }

    private static AlterTable alone(AlterTable meant, AlterAction action) {
        AlterAction plain = switch (action) {
            case AddColumn add -> new AddColumn(add.definition(), Guard.NONE, Position.UNSAID);
            case DropColumn drop -> new DropColumn(drop.column(), Guard.NONE, Behavior.UNSAID);
            case AlterAction other -> other;
        };
        return new AlterTable(
                meant.span(), "TABLE", Guard.NONE, meant.scope(), meant.table(), List.of(), List.of(plain));
    }

    private static Found refused(StatementContext statement, AlterTable alter, String why) {
        boolean rename = alter.actions().stream().anyMatch(RenameTable.class::isInstance);
        Found found = Found.at(statement, "SQLite " + statement.version() + " refuses it: " + why)
                .about(alter.table());
        return rename
                ? found.because("every view and trigger is read when a name changes, since the names in them follow")
                        .instead(List.of("-- drop what is in the way before, and make it again behind it"))
                : found.because("what ALTER TABLE can do depends on the version of the library and on what hangs on"
                                + " the column")
                        .instead(RebuildSql.of(statement, alter));
    }
}
