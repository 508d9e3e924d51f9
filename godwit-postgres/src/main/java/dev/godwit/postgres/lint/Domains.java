package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Catalog.Extent;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.QualifiedName;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules say of domains. */
final class Domains {
    private Domains() {}

    /** Tells whether this migration made the domain, or it is known that no table that was there before uses it. */
    static boolean isUnused(StatementContext statement, QualifiedName domain) {
        return madeHere(statement, domain)
                || (statement.before().extent() == Extent.WHOLE
                        && users(statement, domain).findAny().isEmpty());
    }

    private static boolean madeHere(StatementContext statement, QualifiedName domain) {
        return statement.file().statements().stream()
                .anyMatch(other -> other.index() < statement.index()
                        && other.statement() instanceof CreateDomain create
                        && statement
                                .before()
                                .resolve(create.name())
                                .equals(statement.before().resolve(domain)));
    }

    private static Stream<Table> users(StatementContext statement, QualifiedName domain) {
        QualifiedName wanted = statement.before().resolve(domain);
        return statement.before().tables().stream()
                .filter(table -> !statement.isNew(table.name()))
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.type()
                                .filter(type ->
                                        statement.before().resolve(type.name()).equals(wanted))
                                .isPresent()));
    }

    static Found found(StatementContext statement, QualifiedName domain) {
        String tables =
                users(statement, domain).map(table -> table.name().toString()).collect(Collectors.joining(", "));
        return Found.at(
                        statement,
                        "SHARE on " + (tables.isEmpty() ? "every table that uses " + domain : tables)
                                + ": every write waits while all rows are read")
                .about(domain);
    }
}
