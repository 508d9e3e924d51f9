package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that a file makes anew with the rows of the old one, as it must be done where ALTER TABLE cannot.
 *
 * @param table as the catalog resolves its name
 * @param leaves the statement after which the old table no longer has the name
 * @param returns the statement after which the new one has it
 * @param copy the statement that carries the rows over
 */
public record Rebuild(
        QualifiedName table, Way way, StatementContext leaves, StatementContext returns, StatementContext copy) {
    /** How the name is freed. */
    public enum Way {
        /** DROP TABLE. */
        OLD_DROPPED,
        /** ALTER TABLE … RENAME TO another name. */
        OLD_RENAMED
    }

    /** Returns the tables that a file makes anew. */
    public static List<Rebuild> of(FileContext file) {
        return file.statements().stream()
                .flatMap(statement -> leaving(statement).flatMap(table -> of(statement, table).stream()))
                .toList();
    }

    private static Stream<QualifiedName> leaving(StatementContext statement) {
        Stream<QualifiedName> names = switch (statement.statement()) {
            case DropObject drop when drop.kind().equals("TABLE") -> drop.objects().stream();
            case AlterTable alter
            when alter.actions(TableAction.RenameTable.class).findAny().isPresent() -> Stream.of(alter.table());
            case Statement other -> Stream.empty();
        };
        return names.map(statement.before()::resolve);
    }

    private static Optional<Rebuild> of(StatementContext leaves, QualifiedName table) {
        Optional<StatementContext> returns =
                after(leaves).filter(statement -> gives(statement, table)).findFirst();
        Way way = leaves.statement() instanceof DropObject ? Way.OLD_DROPPED : Way.OLD_RENAMED;
        return returns.flatMap(back -> copy(leaves, table).map(copy -> new Rebuild(table, way, leaves, back, copy)));
    }

    private static Stream<StatementContext> after(StatementContext statement) {
        return statement.file().statements().stream().filter(later -> later.index() > statement.index());
    }

    /** Tells whether a statement gives something that name. */
    public static boolean gives(StatementContext statement, QualifiedName table) {
        Catalog known = statement.before();
        return switch (statement.statement()) {
            case CreateTable create -> known.resolve(create.name()).equals(table);
            case AlterTable alter ->
                alter.actions(TableAction.RenameTable.class)
                        .anyMatch(rename -> known.resolve(rename.to()).equals(table));
            case Statement other -> false;
        };
    }

    // The rows are read from the table before it goes, or from where they were moved to.
    private static Optional<StatementContext> copy(StatementContext leaves, QualifiedName table) {
        Optional<QualifiedName> moved = moved(leaves);
        if (moved.isPresent()) {
            return after(leaves)
                    .filter(statement -> reads(statement, moved.get()))
                    .findFirst();
        }
        return leaves.file().statements().stream()
                .filter(statement -> statement.index() < leaves.index())
                .filter(statement -> reads(statement, table))
                .reduce((earlier, later) -> later);
    }

    private static Optional<QualifiedName> moved(StatementContext leaves) {
        return leaves.actions(TableAction.RenameTable.class)
                .map(rename -> leaves.before().resolve(rename.to()))
                .findFirst();
    }

    /** Returns the name that the old table has been given, if it was renamed. */
    public Optional<QualifiedName> moved() {
        return moved(leaves);
    }

    private static boolean reads(StatementContext statement, QualifiedName table) {
        return switch (statement.statement()) {
            case Dml dml ->
                isInsert(dml)
                        && dml.clauses().contains(Clause.SELECT)
                        && dml.reads().stream()
                                .anyMatch(
                                        read -> statement.before().resolve(read).equals(table))
                        && dml.target()
                                .filter(target ->
                                        !statement.before().resolve(target).equals(table))
                                .isPresent();
            case CreateTable create ->
                create.query()
                        .filter(query -> query.names().anyMatch(table.last().name()::equalsIgnoreCase))
                        .isPresent();
            case Statement other -> false;
        };
    }

    private static boolean isInsert(Dml dml) {
        return dml.verb().equals("INSERT") || dml.verb().equals("REPLACE");
    }

    /** Returns what is known of the old table. */
    public Optional<Table> old() {
        return leaves.before().table(table).filter(known -> known.knowledge() == Table.Knowledge.WHOLE);
    }

    /** Returns the new table as the file leaves it behind. */
    public Optional<Table> made() {
        return last().after().table(table);
    }

    /** Returns the last statement of the file. */
    public StatementContext last() {
        return leaves.file().statements().getLast();
    }

    /** Tells whether rows may be left behind. */
    public boolean isSelective() {
        return copy.statement() instanceof Dml dml
                && (dml.clauses().contains(Clause.WHERE)
                        || dml.clauses().contains(Clause.LIMIT)
                        || dml.clauses().contains(Clause.JOIN)
                        || dml.clauses().contains(Clause.ON_CONFLICT));
    }
}
