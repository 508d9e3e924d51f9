package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement in its place.
 *
 * @param index its place in the file, from 0; a statement within a code block has the block's
 * @param before what is known of schema and session when it begins
 * @param after what is known when it has been carried out
 * @param effects what it does
 * @param transaction the transaction that it runs in, with all statements of it in order; a statement that runs outside of transactions is alone
 *     in its own
 */
public record StatementContext(
        FileContext file,
        int index,
        Statement statement,
        Catalog before,
        Catalog after,
        Effects effects,
        Transaction transaction) {
    /** The transaction around a statement. */
    public record Transaction(Origin origin, int first, int last) {
        /** Who began it. */
        public enum Origin {
            /** BEGIN in the file. */
            AUTHOR,
            /** The tool that runs the folder. */
            RUNNER,
            /** Nobody: each statement is its own. */
            NONE
        }
    }

    /** Returns the version of the server. */
    public ServerVersion version() {
        return file.folder().version();
    }

    /** Returns the statements of the same transaction before this one. */
    public List<StatementContext> earlierInTransaction() {
        return file.statements().stream()
                .filter(other -> other.index() >= transaction.first() && other.index() < index)
                .toList();
    }

    /** Returns the statements of the same transaction behind this one. */
    public List<StatementContext> laterInTransaction() {
        return file.statements().stream()
                .filter(other -> other.index() <= transaction.last() && other.index() > index)
                .toList();
    }

    /** Returns the actions of one kind, where this is an ALTER TABLE. */
    public <T extends AlterAction> Stream<T> actions(Class<T> kind) {
        return statement instanceof AlterTable alter ? alter.actions(kind) : Stream.empty();
    }

    /** Tells whether nothing on the table can hurt, since this migration made it. */
    public boolean isNew(QualifiedName table) {
        return before.isNew(table);
    }

    /** Says how many rows a table has, for people: {@code 41 M rows}, or {@code all rows} where no server was asked. */
    public String rows(QualifiedName table) {
        return before.table(table)
                .flatMap(known -> known.measures())
                .map(measures -> RowCount.text(measures.rows()))
                .orElse("all rows");
    }

    /** Writes a name as SQL, quoted where it must be. */
    public String sql(QualifiedName name) {
        return file.folder().writer().name(name);
    }

    /** Writes a statement, made for the purpose, as SQL with its terminator. */
    public String sql(Statement made) {
        return file.folder().writer().statement(made);
    }
}
