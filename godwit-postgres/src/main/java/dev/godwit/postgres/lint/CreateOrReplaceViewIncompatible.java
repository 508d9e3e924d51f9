package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.View;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds views that are replaced by such as have not all of their columns. */
final class CreateOrReplaceViewIncompatible implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "create-or-replace-view-incompatible",
                    Category.COMPATIBILITY,
                    "CREATE OR REPLACE VIEW cannot drop or move columns")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateView.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateView create) || create.replace() == CreateTable.Replacement.NONE) {
            return Stream.empty();
        }
        List<Identifier> old =
                statement.before().view(create.name()).map(View::columns).orElse(List.of());
        List<Identifier> next =
                statement.after().view(create.name()).map(View::columns).orElse(List.of());
        boolean fits = old.isEmpty()
                || next.isEmpty()
                || (old.size() <= next.size() && next.subList(0, old.size()).equals(old));
        if (fits) {
            return Stream.empty();
        }
        String gone = old.stream()
                .filter(column -> !next.contains(column))
                .map(Identifier::name)
                .collect(Collectors.joining(", "));
        return Stream.of(Found.at(
                        statement,
                        gone.isEmpty()
                                ? "the server refuses it: the columns of " + create.name() + " are in another order"
                                : "the server refuses it: " + create.name() + " would lose " + gone)
                .about(create.name())
                .because("a replaced view keeps its columns, their names, types and order, and can only have more"
                        + " behind them")
                .instead(List.of(
                        "BEGIN;",
                        "DROP VIEW " + statement.sql(create.name()) + ";",
                        statement.text() + ";",
                        "COMMIT;")));
    }
}
