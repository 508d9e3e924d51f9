package dev.godwit.postgres;

import dev.godwit.core.db.Session;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.sql.Definition;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.Set;

/** Digests the catalog rows of the objects that a statement names. */
final class PostgresFingerprint implements ObjectFingerprint {
    private static final String DIGEST = """
        WITH names AS (SELECT unnest(?::text[]) AS name),
        named AS (SELECT c.oid FROM pg_class c JOIN names ON relname = name),
        rel AS (
            SELECT oid FROM named
            UNION SELECT indexrelid FROM pg_index JOIN named ON indrelid = oid
            UNION SELECT indrelid FROM pg_index JOIN named ON indexrelid = oid),
        types AS (SELECT t.* FROM pg_type t JOIN names ON typname = name)
        SELECT md5(coalesce(string_agg(line, chr(10) ORDER BY line), '')) FROM (
            SELECT concat_ws('|', 'relation', c.oid, relnamespace, relname, relkind, relpersistence, reltablespace, relam,
                reloptions, relispartition, relrowsecurity, relforcerowsecurity, relreplident, relowner, relacl,
                CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END) AS line
            FROM pg_class c JOIN rel USING (oid)
            UNION ALL SELECT concat_ws('|', 'column', attrelid, attnum, attname, atttypid, atttypmod, attnotnull,
                attidentity, attgenerated, attcollation, attstattarget, attstorage, attcompression, attoptions, attisdropped,
                attacl, pg_get_expr(adbin, adrelid))
            FROM pg_attribute JOIN rel ON attrelid = oid
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            UNION ALL SELECT concat_ws('|', 'constraint', conrelid, contypid, conname, convalidated, condeferrable,
                condeferred, pg_get_constraintdef(c.oid))
            FROM pg_constraint c WHERE conrelid IN (SELECT oid FROM rel) OR contypid IN (SELECT oid FROM types)
            UNION ALL SELECT concat_ws('|', 'index', indexrelid, indisvalid, indisready, indisclustered, indisreplident,
                pg_get_indexdef(indexrelid))
            FROM pg_index JOIN rel ON indexrelid = oid
            UNION ALL SELECT concat_ws('|', 'trigger', tgrelid, tgname, tgenabled, pg_get_triggerdef(t.oid))
            FROM pg_trigger t JOIN rel ON tgrelid = rel.oid
            UNION ALL SELECT concat_ws('|', 'policy', polrelid, polname, polcmd, polpermissive, polroles,
                pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
            FROM pg_policy JOIN rel ON polrelid = rel.oid
            UNION ALL SELECT concat_ws('|', 'rule', rulename, ev_enabled, pg_get_ruledef(r.oid))
            FROM pg_rewrite r JOIN rel ON ev_class = rel.oid
            UNION ALL SELECT concat_ws('|', 'inherits', inhrelid, inhparent, inhdetachpending)
            FROM pg_inherits WHERE inhrelid IN (SELECT oid FROM rel) OR inhparent IN (SELECT oid FROM rel)
            UNION ALL SELECT concat_ws('|', 'sequence', seqrelid, seqtypid, seqstart, seqincrement, seqmax, seqmin, seqcycle)
            FROM pg_sequence JOIN rel ON seqrelid = oid
            UNION ALL SELECT concat_ws('|', 'type', oid, typname, typnamespace, typtype, typbasetype, typnotnull, typdefault,
                typowner)
            FROM types
            UNION ALL SELECT concat_ws('|', 'value', enumtypid, enumsortorder, enumlabel)
            FROM pg_enum JOIN types ON enumtypid = types.oid
            UNION ALL SELECT concat_ws('|', 'function', oid, pronamespace, proname, prokind, prosrc, pg_get_function_arguments(oid),
                prorettype, provolatile, proisstrict, prosecdef, proparallel, proconfig, proowner)
            FROM pg_proc JOIN names ON proname = name
            UNION ALL SELECT concat_ws('|', 'schema', oid, nspname, nspowner) FROM pg_namespace JOIN names ON nspname = name
            UNION ALL SELECT concat_ws('|', 'extension', oid, extname, extversion) FROM pg_extension JOIN names ON extname = name
            UNION ALL SELECT concat_ws('|', 'database', oid, datname, datdba) FROM pg_database JOIN names ON datname = name
            UNION ALL SELECT concat_ws('|', 'tablespace', oid, spcname) FROM pg_tablespace JOIN names ON spcname = name
            UNION ALL SELECT concat_ws('|', 'role', oid, rolname, rolsuper, rolcanlogin, rolcreatedb)
            FROM pg_roles JOIN names ON rolname = name
            UNION ALL SELECT concat_ws('|', 'publication', oid, pubname) FROM pg_publication JOIN names ON pubname = name
            UNION ALL SELECT concat_ws('|', 'subscription', oid, subname, subenabled)
            FROM pg_subscription JOIN names ON subname = name
            UNION ALL SELECT concat_ws('|', 'statistics', oid, stxname, stxrelid) FROM pg_statistic_ext JOIN names ON stxname = name
        ) AS lines\
        """;
    /** What the digest sees. */
    private static final Set<String> SEEN = Set.of(
            "TABLE",
            "INDEX",
            "VIEW",
            "MATERIALIZED VIEW",
            "SEQUENCE",
            "TYPE",
            "DOMAIN",
            "FUNCTION",
            "PROCEDURE",
            "TRIGGER",
            "POLICY",
            "RULE",
            "SCHEMA",
            "EXTENSION",
            "DATABASE",
            "TABLESPACE",
            "ROLE",
            "USER",
            "PUBLICATION",
            "SUBSCRIPTION",
            "STATISTICS");

    private final PostgresDialect dialect;
    private final PostgresLeftovers leftovers;

    PostgresFingerprint(PostgresDialect dialect) {
        this.dialect = dialect;
        this.leftovers = new PostgresLeftovers(dialect);
    }

    @Override
    public String of(Session session, SqlSource source, Statement statement) {
        String[] names = dialect.names(source, statement).toArray(String[]::new);
        return session.first(DIGEST, row -> String.valueOf(row.getString(1)), (Object) names)
                .orElse("");
    }

    @Override
    public void clean(Session session, SqlSource source, Statement statement) {
        switch (statement) {
            case Statement.CreateIndex index
            when index.concurrency() == Concurrency.CONCURRENTLY -> leftovers.dropInvalid(session, index);
            case Statement.Reindex reindex
            when reindex.concurrency() == Concurrency.CONCURRENTLY -> leftovers.dropTransient(session);
            case Definition definition
            when definition.tail().contains("CONCURRENTLY") -> leftovers.finishDetach(session, definition);
            case Statement.TransactionControl other -> {}
            case Statement.SessionSetting other -> {}
            case Statement.CreateIndex other -> {}
            case Statement.DropIndex other -> {}
            case Statement.Reindex other -> {}
            case Statement.AddEnumValue other -> {}
            case Statement.CopyFromStdin other -> {}
            case Statement.CodeBlock block -> {}
            case Definition other -> {}
            case Statement.Dml other -> {}
            case Statement.Maintenance other -> {}
            case Statement.Unparsed other -> {}
        }
    }

    @Override
    public Proof proof(Statement statement, Session session, SqlSource source) {
        return switch (statement) {
            case Statement.TransactionControl other -> Proof.NONE;
            case Statement.SessionSetting setting -> Proof.REPEATABLE;
            case Statement.CreateIndex index -> Proof.BY_DIGEST;
            case Statement.DropIndex index -> Proof.BY_DIGEST;
            case Statement.Reindex reindex -> Proof.REPEATABLE;
            case Statement.AddEnumValue value -> Proof.BY_DIGEST;
            case Statement.CopyFromStdin copy -> Proof.NONE;
            case Statement.CodeBlock block -> Proof.NONE;
            case Statement.Dml dml -> Proof.NONE;
            case Statement.Maintenance maintenance ->
                maintenance.verb().endsWith("PREPARED") ? Proof.NONE : Proof.REPEATABLE;
            case Definition definition -> definitionProof(definition);
            case Statement.Unparsed unparsed -> Proof.NONE;
        };
    }

    private static Proof definitionProof(Definition definition) {
        return switch (definition.verb()) {
            case "GRANT", "REVOKE", "COMMENT", "REFRESH" -> Proof.REPEATABLE;
            case "ALTER" -> definition.kind().equals("SYSTEM") ? Proof.REPEATABLE : byKind(definition);
            default -> byKind(definition);
        };
    }

    private static Proof byKind(Definition definition) {
        return SEEN.contains(definition.kind()) ? Proof.BY_DIGEST : Proof.NONE;
    }
}
