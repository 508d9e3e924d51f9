package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.UserType.Domain;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns of a domain that restricts its values. */
final class AddColumnDomainConstrained implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "add-column-domain-constrained",
                    Category.REWRITE,
                    "ADD COLUMN of a domain with a check rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnDomainConstrained(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, AddColumn.class)
                .filter(add ->
                        Columns.isConstrainedDomain(statement, add.action().definition()))
                .filter(add -> add.work().compareTo(Work.SCAN) >= 0)
                .map(add -> found(statement, add));
    }

    private static Found found(StatementContext statement, Act<AddColumn> add) {
        TypeName domain = add.action().definition().type().orElseThrow();
        String base = statement
                .before()
                .type(domain.name())
                .map(type -> type instanceof Domain known ? known.base().toString() : "")
                .orElse("");
        return add.found(add.lock())
                .because("the check of the domain " + domain
                        + " is made for each row, though all of them are NULL, and each is written anew")
                .instead(List.of(
                        add.sql(Sql.typed(add.action(), base)),
                        "-- and the domain's condition as a check:",
                        "ALTER TABLE " + statement.sql(add.table()) + " ADD CHECK (…) NOT VALID;"));
    }
}
