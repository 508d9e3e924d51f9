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

/** A statement in its place. Equal to itself only. */
public final class StatementContext {
    private final FileContext file;
    private final int index;
    private final Statement statement;
    private final Judgement judgement;
    private final Transaction transaction;

    StatementContext(FileContext file, int index, Statement statement, Judgement judgement, Transaction transaction) {
        this.file = file;
        this.index = index;
        this.statement = statement;
        this.judgement = judgement;
        this.transaction = transaction;
    }

    /** What a statement does, and what is known before and after it. */
    record Judgement(Catalog before, Catalog after, Effects effects) {}

    /** Returns the file that it stands in. */
    public FileContext file() {
        return file;
    }

    /** Returns its place in the file, from 0; a statement within a code block has the block's. */
    public int index() {
        return index;
    }

    /** Returns the statement itself. */
    public Statement statement() {
        return statement;
    }

    /** Returns what is known of schema and session when it begins. */
    public Catalog before() {
        return judgement.before();
    }

    /** Returns what is known when it has been carried out. */
    public Catalog after() {
        return judgement.after();
    }

    /** Returns what it does. */
    public Effects effects() {
        return judgement.effects();
    }

    /**
     * Returns the transaction that it runs in, with all statements of it in order; a statement that runs outside of transactions is alone in
     * its own. What stands between the author's BEGIN and COMMIT is in their transaction, also where the server refuses that or commits.
     */
    public Transaction transaction() {
        return transaction;
    }

    /**
     * The transaction around a statement.
     *
     * @param first the index of its first statement
     * @param last the index of its last statement, COMMIT included
     */
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
        return file.between(transaction.first(), index);
    }

    /** Returns the statements of the same transaction behind this one. */
    public List<StatementContext> laterInTransaction() {
        return file.between(index + 1, transaction.last() + 1);
    }

    /** Returns its text as it stands in the file. */
    public String text() {
        return file.source().text(statement.span());
    }

    /** Returns the actions of one kind, where this is an ALTER TABLE. */
    public <T extends AlterAction> Stream<T> actions(Class<T> kind) {
        return statement instanceof AlterTable alter ? alter.actions(kind) : Stream.empty();
    }

    /** Tells whether nothing on the table can hurt, since this migration made it. */
    public boolean isNew(QualifiedName table) {
        return before().isNew(table);
    }

    /** Says how many rows a table has, for people: {@code 41 M rows}, or {@code all rows} where no server was asked. */
    public String rows(QualifiedName table) {
        return before().table(table)
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
