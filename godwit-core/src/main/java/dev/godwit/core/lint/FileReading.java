package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.lint.StatementContext.Judgement;
import dev.godwit.core.lint.StatementContext.Transaction;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.TransactionControl;
import java.util.ArrayList;
import java.util.List;

/** Reads one script after another into a folder's contexts, and knows the schema that each leaves behind. */
final class FileReading {
    private final LintProduct product;
    private final FolderContext folder;
    private Catalog catalog;

    FileReading(LintProduct product, FolderContext folder, Catalog start) {
        this.product = product;
        this.folder = folder;
        this.catalog = start;
    }

    /** Returns what is known when everything that was read has been carried out. */
    Catalog catalog() {
        return catalog;
    }

    /** Reads a script as the next migration. */
    FileContext read(LintScript script) {
        var file = new FileContext(folder, script);
        List<Statement> statements = script.text().statements(product.dialect());
        List<Judgement> judgements = judge(statements);
        List<Transaction> transactions = Transactions.of(
                statements, index -> judgements.get(index).effects().transactionality(), mode(script, statements));
        for (int i = 0; i < statements.size(); i++) {
            Judgement judgement = judgements.get(i);
            file.add(new StatementContext(file, i, statements.get(i), judgement, transactions.get(i)));
            if (statements.get(i) instanceof CodeBlock block) {
                addInner(file, i, block, judgement.before(), transactions.get(i));
            }
        }
        NotSql.refuse(file);
        folder.add(file);
        catalog = catalog.nextMigration();
        return file;
    }

    // Nobody knows who runs a loose file, and psql and most editors commit each statement by itself. SET LOCAL outside
    // of the author's own
    // transaction is of use only where somebody else begins one.
    private static TransactionMode mode(LintScript script, List<Statement> statements) {
        if (script.part().isPresent() || script.mode() == TransactionMode.NONE) {
            return script.mode();
        }
        boolean open = false;
        for (Statement statement : statements) {
            if (statement instanceof TransactionControl) {
                open = open ? !endsWell(statement) : begins(statement);
            } else if (!open
                    && statement instanceof SessionSetting setting
                    && setting.reach() == SessionSetting.Reach.TRANSACTION) {
                return TransactionMode.AUTOMATIC;
            }
        }
        return TransactionMode.NONE;
    }

    private List<Judgement> judge(List<Statement> statements) {
        List<Judgement> judgements = new ArrayList<>(statements.size());
        Catalog begun = catalog;
        for (Statement statement : statements) {
            Judgement judgement = judge(statement, catalog);
            judgements.add(judgement);
            catalog = judgement.after();
            if (judgement.effects().transactionality() == Transactionality.COMMITS_IMPLICITLY
                    || endsWell(statement)
                    || begins(statement)) {
                begun = catalog;
            } else if (statement instanceof TransactionControl control
                    && control.verb() == TransactionControl.Verb.ROLLBACK) {
                // What the transaction did has not happened; its own settings end with it.
                catalog = begun.after(statement);
            }
        }
        return judgements;
    }

    private static boolean begins(Statement statement) {
        return statement instanceof TransactionControl control && control.verb() == TransactionControl.Verb.BEGIN;
    }

    private static boolean endsWell(Statement statement) {
        return statement instanceof TransactionControl control && control.verb() == TransactionControl.Verb.COMMIT;
    }

    private Judgement judge(Statement statement, Catalog before) {
        Effects effects = product.effects().of(statement, before, product.version());
        return new Judgement(before, before.after(statement), effects);
    }

    private void addInner(FileContext file, int index, CodeBlock block, Catalog before, Transaction transaction) {
        Catalog known = before;
        for (Statement inner : block.statements()) {
            Judgement judgement = judge(inner, known);
            file.add(new StatementContext(file, index, inner, judgement, transaction));
            if (inner instanceof CodeBlock nested) {
                addInner(file, index, nested, known, transaction);
            }
            known = judgement.after();
        }
    }
}
