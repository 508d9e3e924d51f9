package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds ways back that lose what was there before the way forward. */
final class RollbackLosesData implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "rollback-loses-data", Category.REVERSIBILITY, "The way back loses rows that were there before");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!statement.file().isDown()) {
            return Stream.empty();
        }
        return Stream.of(
                        columns(statement),
                        tables(statement),
                        TruncateTable.of(statement).map(table -> "all rows of " + table),
                        Backfills.target(statement)
                                .filter(table -> isDelete(statement))
                                .map(table -> "rows of " + table)
                                .stream())
                .flatMap(lost -> lost)
                .map(lost -> Found.at(statement, lost + " are gone after it")
                        .because("the way forward did not make them, so they are no part of what has to be"
                                + " taken back")
                        .instead(List.of("-- undo only what the way forward has done; keep rows under another"
                                + " name where they must go")));
    }

    private static boolean isDelete(StatementContext statement) {
        return statement.statement() instanceof Dml dml && dml.verb().equals("DELETE");
    }

    private static Stream<String> columns(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter
                ? alter.actions(ColumnAction.DropColumn.class)
                        .filter(drop -> forward(statement).noneMatch(up -> makes(up, alter.table(), drop.column())))
                        .map(drop -> "the values of " + alter.table() + "." + drop.column())
                : Stream.empty();
    }

    private static Stream<String> tables(StatementContext statement) {
        return statement.statement() instanceof DropObject drop && drop.kind().equals("TABLE")
                ? drop.objects().stream()
                        .filter(table -> forward(statement).noneMatch(up -> makes(up, table)))
                        .map(table -> "all rows of " + table)
                : Stream.empty();
    }

    private static Stream<StatementContext> forward(StatementContext statement) {
        Optional<MigrationId> id =
                statement.file().migration().map(part -> part.migration().id());
        return statement.file().folder().files().stream()
                .filter(file -> !file.isDown()
                        && file.migration().map(part -> part.migration().id()).equals(id))
                .flatMap(file -> file.statements().stream());
    }

    private static boolean makes(StatementContext up, QualifiedName table) {
        return switch (up.statement()) {
            case CreateTable create -> create.name().last().equals(table.last());
            case AlterTable alter ->
                alter.actions(TableAction.RenameTable.class)
                        .anyMatch(rename -> rename.to().last().equals(table.last()));
            case Statement other -> false;
        };
    }

    private static boolean makes(StatementContext up, QualifiedName table, Identifier column) {
        return makes(up, table)
                || (up.statement() instanceof AlterTable alter
                        && alter.table().last().equals(table.last())
                        && (alter.actions(ColumnAction.AddColumn.class)
                                        .anyMatch(add -> add.column().equals(column))
                                || alter.actions(ColumnAction.RenameColumn.class)
                                        .anyMatch(rename -> rename.to().equals(column))));
    }
}
