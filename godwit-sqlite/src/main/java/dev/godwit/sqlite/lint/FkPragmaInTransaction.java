package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.MigrationFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds PRAGMA foreign_keys where a transaction makes it do nothing. */
final class FkPragmaInTransaction implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-fk-pragma-in-transaction",
                    Category.TRANSACTION_SAFETY,
                    "PRAGMA foreign_keys does nothing within a transaction")
            .on(SqliteRules.PRODUCT);

    /**
     * How the tools that put a whole file into one transaction are kept from it. Godwit itself runs the pragma before the transaction; Flyway
     * begins none where it sees the pragma.
     */
    private static final Map<String, String> TOOLS = Map.of(
            "goose", "-- +goose NO TRANSACTION",
            "dbmate", "-- migrate:up transaction:false",
            "diesel", "-- in metadata.toml beside the file: run_in_transaction = false",
            "golang-migrate", "-- in the URL of the database that golang-migrate is given: x-no-tx-wrap=true");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Optional<String> tool = wrapping(file);
        List<Found> found = new ArrayList<>();
        Set<Transaction> told = new HashSet<>();
        boolean toldOfTool = false;
        for (StatementContext statement : file.statements()) {
            if (ForeignKeySwitch.set(statement).isEmpty()) {
                continue;
            }
            if (statement.transaction().origin() == Origin.AUTHOR) {
                if (told.add(statement.transaction())) {
                    found.add(inTransaction(statement));
                }
            } else if (tool.isPresent() && !toldOfTool) {
                toldOfTool = true;
                found.add(wrapped(statement, tool.get()));
            }
        }
        return found.stream();
    }

    private static Optional<String> wrapping(FileContext file) {
        boolean wraps = file.migration()
                .filter(part -> part.migration().transactionMode() == TransactionMode.AUTOMATIC)
                .isPresent();
        return file.folder().folder().map(MigrationFolder::format).filter(format -> wraps && TOOLS.containsKey(format));
    }

    private static Found inTransaction(StatementContext statement) {
        return Found.at(statement, "nothing happens, and nothing is said: foreign keys stay as they were before BEGIN")
                .because("SQLite changes the setting only while no transaction is open; a rebuild that relies on it"
                        + " deletes the rows of other tables")
                .instead(List.of(statement.text() + ";", "BEGIN IMMEDIATE;"));
    }

    private static Found wrapped(StatementContext statement, String tool) {
        return Found.at(
                        statement,
                        "run by " + tool + ", which puts the file into a transaction, it does nothing, and nothing is"
                                + " said")
                .because("SQLite changes the setting only while no transaction is open; Godwit runs it before it begins"
                        + " one, " + tool + " behind that")
                .instead(List.of(
                        TOOLS.getOrDefault(tool, ""), "-- and BEGIN IMMEDIATE … COMMIT around what belongs together"));
    }
}
