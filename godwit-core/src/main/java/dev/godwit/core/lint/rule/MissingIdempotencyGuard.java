package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds statements that fail when they are run again. */
final class MissingIdempotencyGuard implements Rule {
    private static final Set<String> GUARDED = Set.of(
            "TABLE",
            "VIEW",
            "MATERIALIZED VIEW",
            "SEQUENCE",
            "SCHEMA",
            "TYPE",
            "EXTENSION",
            "FUNCTION",
            "TRIGGER",
            "DOMAIN");
    private static final RuleInfo INFO = RuleInfo.warn(
                    "missing-idempotency-guard",
                    Category.IDEMPOTENCY,
                    "Run again after it has failed half-way, this fails")
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return word(statement).stream()
                .map(word -> Found.at(statement, "where this file has failed further down, the next run stops here")
                        .because("without a transaction around the file what was done stays done")
                        .instead(List.of("-- say " + word)));
    }

    // What a transaction takes back may be run again as it is.
    private static Optional<String> word(StatementContext statement) {
        if (statement.transaction().origin() == Origin.AUTHOR) {
            return Optional.empty();
        }
        return switch (statement.statement()) {
            case CreateTable create
            when create.guard() == Guard.NONE && create.persistence() != Persistence.TEMPORARY ->
                Optional.of("IF NOT EXISTS");
            case CreateIndex index
            when index.guard() == Guard.NONE ->
                Optional.of(index.name().isPresent() ? "IF NOT EXISTS" : "IF NOT EXISTS and give it a name");
            case DropIndex drop when drop.guard() == Guard.NONE -> Optional.of("IF EXISTS");
            case DropObject drop
            when drop.guard() == Guard.NONE && GUARDED.contains(drop.kind()) -> Optional.of("IF EXISTS");
            case AddEnumValue add when add.guard() == Guard.NONE -> Optional.of("IF NOT EXISTS");
            case AlterTable alter
            when alter.actions().stream().anyMatch(MissingIdempotencyGuard::isUnguarded) ->
                Optional.of("ADD COLUMN IF NOT EXISTS, DROP COLUMN IF EXISTS, DROP CONSTRAINT IF EXISTS");
            case Statement other -> Optional.empty();
        };
    }

    private static boolean isUnguarded(AlterAction action) {
        return switch (action) {
            case ColumnAction.AddColumn add -> add.guard() == Guard.NONE;
            case ColumnAction.DropColumn drop -> drop.guard() == Guard.NONE;
            case ConstraintAction.DropConstraint drop -> drop.guard() == Guard.NONE;
            case AlterAction other -> false;
        };
    }
}
