package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what keeps the one writer of a file for long, or loses it to others. */
final class WriterStarvation implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-writer-starvation",
                    Category.LOCK,
                    "A long statement keeps every other writer of the file waiting")
            .on(SqliteRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(
                Maintenance.class, CreateIndex.class, Reindex.class, AlterTable.class, CreateTable.class, Dml.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.effects().refusal().isPresent()) {
            return Stream.empty();
        }
        return switch (statement.statement()) {
            case Maintenance maintenance
            when maintenance.verb().equals("VACUUM") && !maintenance.options().contains("INTO") ->
                isOfUse(statement) ? Stream.of(vacuum(statement)) : Stream.empty();
            case CreateIndex create -> measured(statement);
            case Reindex reindex -> measured(statement);
            case DropIndex drop -> Stream.empty();
            case AlterTable alter ->
                alter.actions(DropColumn.class).findAny().isPresent() ? Stream.empty() : measured(statement);
            case CreateTable create -> measured(statement);
            case DropObject drop -> Stream.empty();
            case Dml dml -> copying(statement, dml);
            case Statement other -> Stream.empty();
        };
    }

    // Between BEGIN and COMMIT it is refused, and a file of new tables is small.
    private static boolean isOfUse(StatementContext vacuum) {
        boolean old = vacuum.effects().work().stream().anyMatch(work -> !vacuum.isNew(work.table()))
                || vacuum.before().tables().isEmpty();
        return old && vacuum.transaction().origin() != Origin.AUTHOR;
    }

    // Without a server nobody knows how long it takes, and there is no other way to make an index.
    private static Stream<Found> measured(StatementContext statement) {
        return statement.effects().work().stream()
                .filter(work -> isKnown(statement, work.table()))
                .findFirst()
                .map(work -> found(statement, work))
                .stream();
    }

    private static boolean isKnown(StatementContext statement, QualifiedName table) {
        return statement
                        .before()
                        .table(table)
                        .flatMap(Table::measures)
                        .map(Measures::rows)
                        .orElse(-1L)
                > 0;
    }

    private static Stream<Found> copying(StatementContext statement, Dml dml) {
        boolean copies = dml.verb().equals("INSERT") && dml.clauses().contains(Clause.SELECT);
        Optional<QualifiedName> source = copies
                ? dml.reads().stream().filter(read -> isKnown(statement, read)).findFirst()
                : Optional.empty();
        return source
                .map(table -> found(
                        statement,
                        new TableWork(
                                statement.before().resolve(table),
                                Work.REWRITE,
                                dev.godwit.core.effect.LockMode.BLOCKS_WRITES,
                                "")))
                .stream();
    }

    private static Found found(StatementContext statement, TableWork work) {
        return Found.at(statement, LockText.of(statement, statement.effects(), work.table(), work.work()))
                .weighing(work.table())
                .because("a file has one writer at a time; who waits longer than its busy_timeout gets SQLITE_BUSY")
                .instead(
                        List.of(
                                "PRAGMA journal_mode = WAL; -- then at least readers go on",
                                "-- run it alone, when little is written, with a longer PRAGMA busy_timeout in the application"));
    }

    private static Found vacuum(StatementContext statement) {
        return Found.at(statement, "EXCLUSIVE on the file: every read and write waits while all of it is written anew")
                .because("VACUUM copies the whole file and then writes it back; it also needs twice its size on disk")
                .instead(List.of(
                        "VACUUM INTO 'copy.db'; -- writes a compact copy, and nobody waits",
                        "PRAGMA incremental_vacuum(1000); -- in steps, where auto_vacuum is INCREMENTAL"));
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return file.statements().stream()
                .filter(statement -> statement.statement() instanceof TransactionControl control
                        && control.verb() == Verb.BEGIN
                        && isDeferred(statement))
                .flatMap(begin -> upgrade(begin).stream());
    }

    private static boolean isDeferred(StatementContext begin) {
        String text = begin.text().toUpperCase(Locale.ROOT);
        return !text.contains("IMMEDIATE") && !text.contains("EXCLUSIVE");
    }

    // busy_timeout does not help here: the library gives up at once, since waiting could never end.
    private static Optional<Found> upgrade(StatementContext begin) {
        if (begin.transaction().origin() != Origin.AUTHOR) {
            return Optional.empty();
        }
        boolean read = false;
        for (StatementContext statement : begin.laterInTransaction()) {
            if (statement.statement() instanceof Dml dml && dml.verb().equals("SELECT")) {
                read = read || !dml.reads().isEmpty();
            } else if (!statement.effects().locks().isEmpty()) {
                return read ? Optional.of(upgraded(begin)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Found upgraded(StatementContext begin) {
        return Found.at(
                        begin,
                        "SQLITE_BUSY at the first statement that writes, whatever busy_timeout says, if another"
                                + " connection has written since the first one that reads")
                .because("a transaction that begins by reading cannot become a writer once its view of the file is old")
                .instead(List.of("BEGIN IMMEDIATE;"));
    }
}
