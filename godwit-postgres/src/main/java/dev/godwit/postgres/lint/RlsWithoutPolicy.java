package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction.RowSecurity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds row security without a policy. */
final class RlsWithoutPolicy implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "rls-without-policy", Category.COMPATIBILITY, "Row security without a policy hides every row")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(RowSecurity.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)) {
            return Stream.empty();
        }
        return alter.actions(RowSecurity.class)
                .filter(set -> set.mode().equals("ENABLE"))
                .filter(set -> !hasPolicy(statement, alter.table()))
                .map(set -> found(statement, alter.table()));
    }

    private static boolean hasPolicy(StatementContext statement, QualifiedName table) {
        boolean known = statement
                .before()
                .table(table)
                .filter(there -> !there.policies().isEmpty())
                .isPresent();
        return known
                || statement.file().statements().stream()
                        .anyMatch(other -> other.statement() instanceof CreatePolicy create
                                && statement
                                        .before()
                                        .resolve(create.table())
                                        .equals(statement.before().resolve(table)));
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        String name = statement.sql(table);
        return Found.at(statement, "everybody but the owner of " + table + " sees no row of it and can insert none")
                .about(table)
                .because("with row security on, what no policy allows is denied, without an error on reads")
                .instead(List.of(
                        "CREATE POLICY everything ON " + name + " USING (true) WITH CHECK (true);",
                        "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY;",
                        "-- then put the real policies in its place"));
    }
}
