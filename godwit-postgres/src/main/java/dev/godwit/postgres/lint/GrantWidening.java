package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Privileges;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds rights that are given to more, or for more, than is needed. */
final class GrantWidening implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "grant-widening", Category.STYLE, "More is allowed, or to more, than is likely meant")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Privileges.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Privileges grant)
                || !grant.verb().equals("GRANT")) {
            return Stream.empty();
        }
        boolean everybody = grant.grantees().stream().anyMatch(grantee -> grantee.equalsIgnoreCase("PUBLIC"));
        boolean everything = grant.privileges().stream().anyMatch(privilege -> privilege.startsWith("ALL"));
        boolean everywhere = grant.kind().startsWith("ALL ");
        if (!everybody && !everything && !everywhere) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement,
                        everybody
                                ? "every role of the server gets it, those to come as well"
                                : everything
                                        ? "also rights that nobody asked for: TRUNCATE, TRIGGER, REFERENCES"
                                        : "it is for every object of the schema")
                .because("what is given is seldom taken back")
                .instead(List.of("-- name the privileges, the objects and the role that needs them")));
    }
}
