package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Definition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds extensions that only a superuser can create. */
final class ExtensionRequiredSuperuser implements Rule {
    private static final Set<String> UNTRUSTED = Set.of(
            "adminpack",
            "amcheck",
            "autoinc",
            "bloom",
            "dblink",
            "earthdistance",
            "file_fdw",
            "insert_username",
            "moddatetime",
            "old_snapshot",
            "pageinspect",
            "pg_buffercache",
            "pg_freespacemap",
            "pg_prewarm",
            "pg_stat_statements",
            "pg_surgery",
            "pg_visibility",
            "pg_walinspect",
            "pgrowlocks",
            "pgstattuple",
            "postgres_fdw",
            "refint",
            "sslinfo",
            "xml2",
            "plpython3u",
            "plperlu",
            "pltclu");
    private static final RuleInfo INFO = RuleInfo.warn(
                    "extension-required-superuser",
                    Category.COMPATIBILITY,
                    "Only a superuser can create this extension")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof Definition create
                        && create.verb().equals("CREATE")
                        && create.kind().equals("EXTENSION")
                ? create.names().stream()
                        .filter(name -> UNTRUSTED.contains(name.last().name()))
                        .map(name -> Found.at(statement, "the migration fails unless its user is a superuser")
                                .about(name)
                                .because(name
                                        + " is not marked as trusted, so it lets its creator do more"
                                        + " than the database's owner may")
                                .instead(List.of("-- let an administrator create it once, and keep the"
                                        + " migration to CREATE EXTENSION IF NOT EXISTS")))
                : Stream.empty();
    }
}
