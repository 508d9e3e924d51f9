package dev.godwit.sql;

import static dev.godwit.sql.Splits.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All but tables: the SQL, and the one form in which it is written again; what the tree does not hold in full is copied. */
final class PostgresObjectsTest {
    @Test
    void readsIndexes() {
        check("create index on t (a)", "CREATE INDEX ON t (a)");
        check(
                "create unique index concurrently if not exists i on only s.t using btree (a desc nulls last, lower(b)"
                        + " c.d_ops) include (x, y) nulls not distinct with (fillfactor=70) tablespace p where a > 1 and b"
                        + " < 2",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING btree (a DESC NULLS LAST,"
                        + " (lower(b)) c.d_ops) INCLUDE (x, y) NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE p"
                        + " WHERE a > 1 and b < 2");
        check(
                "create index i on t ((a || b) collate \"C\" gist_trgm_ops(siglen=32) asc, coalesce(a, b), s.f(a))",
                "CREATE INDEX i ON t ((a || b) COLLATE \"C\" gist_trgm_ops(siglen=32) ASC, (coalesce(a, b)),"
                        + " (s.f(a)))");
        check("drop index concurrently if exists i, s.j cascade", "DROP INDEX CONCURRENTLY IF EXISTS i, s.j CASCADE");
        check(
                "reindex (verbose, tablespace x, concurrently) index i",
                "REINDEX (VERBOSE, TABLESPACE x) INDEX CONCURRENTLY i");
        check("reindex database", "REINDEX DATABASE");
    }

    @Test
    void readsViewsAndSequences() {
        check(
                "create or replace temp recursive view v (a, b) with (security_barrier) as select 1, 2 with local"
                        + " check option",
                "CREATE OR REPLACE TEMPORARY RECURSIVE VIEW v (a, b) WITH (security_barrier) AS select 1, 2"
                        + " WITH LOCAL CHECK OPTION");
        check(
                "create materialized view if not exists v using heap with (fillfactor=9) tablespace x as select 1, 2"
                        + " with no data",
                "CREATE MATERIALIZED VIEW IF NOT EXISTS v USING heap WITH (fillfactor = 9) TABLESPACE x AS select 1, 2"
                        + " WITH NO DATA");
        check(
                "create temp sequence if not exists s as bigint increment 2 minvalue 1 start 5 cache 3 cycle owned by"
                        + " none",
                "CREATE TEMPORARY SEQUENCE IF NOT EXISTS s AS bigint INCREMENT BY 2 MINVALUE 1 START WITH 5 CACHE 3"
                        + " CYCLE OWNED BY none");
    }

    @Test
    void readsTypesAndDomains() {
        check("create type t as enum ('a', 'it''s')", "CREATE TYPE t AS ENUM ('a', 'it''s')");
        check("create type t as (a int, b text collate \"C\")", "CREATE TYPE t AS (a int, b text COLLATE \"C\")");
        check("create type t as range (subtype = float8)", "CREATE TYPE t AS RANGE (subtype = float8)");
        check("create type t", "CREATE TYPE t");
        check("create type t (input = f, passedbyvalue)", "CREATE TYPE t (input = f, passedbyvalue)");
        check(
                "alter type s.t add value if not exists 'b' before 'c'",
                "ALTER TYPE s.t ADD VALUE IF NOT EXISTS 'b' BEFORE 'c'");
        check("alter type t rename value 'a' to 'b'", "ALTER TYPE t RENAME VALUE 'a' TO 'b'");
        check(
                "alter type t add attribute a int cascade, drop attribute if exists b, alter attribute c set data type"
                        + " text",
                "ALTER TYPE t ADD ATTRIBUTE a int CASCADE, DROP ATTRIBUTE IF EXISTS b, ALTER ATTRIBUTE c TYPE text");
        check("alter type t rename attribute a to b", "ALTER TYPE t RENAME ATTRIBUTE a TO b");
        check("alter type t rename to u", "ALTER TYPE t RENAME TO u");
        check("alter type t set (storage = extended)", "ALTER TYPE t SET (storage = extended)");
        check(
                "create domain d text collate \"C\" default 'x' constraint c check (value <> '') not null",
                "CREATE DOMAIN d AS text COLLATE \"C\" DEFAULT 'x' CONSTRAINT c CHECK (value <> '') NOT NULL");
        check(
                "alter domain d add constraint c check (value > 1) not valid",
                "ALTER DOMAIN d ADD CONSTRAINT c CHECK (value > 1) NOT VALID");
        check("alter domain d set not null", "ALTER DOMAIN d SET NOT NULL");
        check("alter domain d set default 1", "ALTER DOMAIN d SET DEFAULT 1");
        check("alter domain d drop constraint if exists c", "ALTER DOMAIN d DROP CONSTRAINT IF EXISTS c");
        check("alter domain d validate constraint c", "ALTER DOMAIN d VALIDATE CONSTRAINT c");
        check("alter domain d rename constraint a to b", "ALTER DOMAIN d RENAME CONSTRAINT a TO b");
        check("alter domain d owner to x", "ALTER DOMAIN d OWNER TO x");
    }

    @Test
    void readsWhatIsDoneToObjectsOfEveryKind() {
        check("drop table if exists a, s.b cascade", "DROP TABLE IF EXISTS a, s.b CASCADE");
        check("drop function f(int, text), g cascade", "DROP FUNCTION f(int, text), g CASCADE");
        check("drop trigger a on s.t", "DROP TRIGGER a ON s.t");
        check("drop operator @@ (int, none)", "DROP OPERATOR @@ (int, none)");
        check("drop operator class c using gist", "DROP OPERATOR CLASS c using gist");
        check("drop cast if exists (a as b)", "DROP CAST IF EXISTS (a as b)");
        check("drop owned by a, current_user", "DROP OWNED BY a, CURRENT_USER");
        check("drop database d with (force)", "DROP DATABASE d with (force)");
        check("drop user mapping for public server s", "DROP USER MAPPING for public server s");
        check("alter function f(int) rename to g", "ALTER FUNCTION f (int) RENAME TO g");
        check(
                "alter function f(int) immutable set search_path = a",
                "ALTER FUNCTION f (int) immutable set search_path = a");
        check("alter trigger a on t rename to b", "ALTER TRIGGER a ON t RENAME TO b");
        check("alter schema a owner to b", "ALTER SCHEMA a OWNER TO b");
        check("alter extension e update to '1'", "ALTER EXTENSION e update to '1'");
        check("alter operator s.=# (int, int) owner to b", "ALTER OPERATOR s.=# (int, int) OWNER TO b");
        check("alter trigger a on t depends on extension e", "ALTER TRIGGER a ON t depends on extension e");
        check("alter role a", "ALTER ROLE a");
        check("comment on column s.t.a is 'it''s'", "COMMENT ON COLUMN s.t.a IS 'it''s'");
        check("comment on function f(int) is null", "COMMENT ON FUNCTION f (int) IS NULL");
        check("comment on constraint c on domain d is E'\\\\'", "COMMENT ON CONSTRAINT c ON domain d IS E'\\\\'");
        check("comment on table t is 'a'\n'b'", "COMMENT ON TABLE t IS 'ab'");
        check("truncate a, only b restart identity cascade", "TRUNCATE TABLE a, ONLY b RESTART IDENTITY CASCADE");
    }

    @Test
    void readsPublications() {
        check("create publication p", "CREATE PUBLICATION p");
        check(
                "create publication p for all tables with (publish = 'insert')",
                "CREATE PUBLICATION p FOR ALL TABLES with (publish = 'insert')");
        check(
                "create publication p for table only a (b, c) where (b > 1), d, tables in schema s, current_schema,"
                        + " table e",
                "CREATE PUBLICATION p FOR TABLE ONLY a (b, c) WHERE (b > 1), d, e, TABLES IN SCHEMA s, CURRENT_SCHEMA");
        check("alter publication p add table a, b", "ALTER PUBLICATION p ADD TABLE a, b");
        check("alter publication p set (publish = 'delete')", "ALTER PUBLICATION p SET (publish = 'delete')");
        check("alter publication p rename to q", "ALTER PUBLICATION p RENAME TO q");
    }

    @Test
    void readsRoutinesAndTriggers() {
        CreateRoutine routine = (CreateRoutine) Trees.read(POSTGRES, """
            CREATE OR REPLACE FUNCTION s.f(a int DEFAULT 1, OUT b text) RETURNS SETOF text LANGUAGE 'sql' STABLE
            SECURITY DEFINER SET search_path TO a, b COST 10 AS $$ SELECT 1; $$\
            """);
        assertThat(routine.returns().orElseThrow().text()).isEqualTo("SETOF text");
        assertThat(routine.characteristics().stream().map(Option::name))
                .containsExactly("LANGUAGE", "STABLE", "SECURITY DEFINER", "SET", "COST");
        assertThat(routine.body()).isPresent();
        CreateTrigger trigger = (CreateTrigger) Trees.read(
                POSTGRES,
                "CREATE TRIGGER x BEFORE INSERT OR UPDATE OF a, b ON s.t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE"
                        + " FUNCTION f('y')");
        assertThat(trigger.names()).hasToString("[x, s.t]");
        assertThat(trigger.events()).containsExactly("INSERT", "UPDATE");
        assertThat(trigger.columns()).hasToString("[a, b]");
        assertThat(trigger.level()).contains("ROW");
        assertThat(told("CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END"))
                .isEqualTo("CREATE FUNCTION [f]");
        assertThat(told("CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS 'x'")).isEqualTo("CREATE PROCEDURE [p]");
    }

    @Test
    void readsPrivilegesAndPolicies() {
        Privileges grant = (Privileges) Trees.read(
                POSTGRES, "GRANT SELECT (a, b), INSERT ON TABLE t, s.u TO GROUP x, PUBLIC WITH GRANT OPTION");
        assertThat(grant.privileges()).containsExactly("SELECT (A, B)", "INSERT");
        assertThat(grant.grantees()).containsExactly("GROUP x", "PUBLIC");
        assertThat(grant.objects()).hasToString("[t, s.u]");
        Privileges revoke = (Privileges) Trees.read(POSTGRES, "REVOKE ADMIN OPTION FOR a, \"B\" FROM c CASCADE");
        assertThat(revoke.kind()).isEqualTo("ROLE");
        assertThat(revoke.privileges()).containsExactly("a", "B");
        assertThat(told("GRANT SELECT ON LARGE OBJECT 1, 2 TO x")).isEqualTo("GRANT LARGE OBJECT [1, 2]");
        assertThat(told("COMMENT ON LARGE OBJECT 12345678901 IS 'a'")).isEqualTo("COMMENT LARGE OBJECT [12345678901]");
        assertThat(told("ALTER LARGE OBJECT 5 OWNER TO a")).isEqualTo("ALTER LARGE OBJECT [5]");
        assertThat(told("SECURITY LABEL ON LARGE OBJECT 5 IS 'a'")).isEqualTo("SECURITY LABEL LARGE OBJECT [5]");
        assertThat(told("GRANT USAGE ON FOREIGN SERVER a, b TO x")).isEqualTo("GRANT SERVER [a, b]");
        assertThat(told("REVOKE ALL ON FOREIGN DATA WRAPPER a FROM x")).isEqualTo("REVOKE FOREIGN DATA WRAPPER [a]");
        assertThat(told("GRANT ALL ON ALL TABLES IN SCHEMA a, b TO c")).isEqualTo("GRANT ALL TABLES IN SCHEMA [a, b]");
        CreatePolicy policy = (CreatePolicy) Trees.read(
                POSTGRES, "CREATE POLICY p ON t AS PERMISSIVE FOR UPDATE TO PUBLIC USING (a) WITH CHECK (b)");
        assertThat(policy.command()).contains("UPDATE");
        assertThat(told("ALTER POLICY IF EXISTS p ON t RENAME TO q")).isEqualTo("ALTER POLICY [p, t]");
        assertThat(told("ALTER POLICY p ON t RENAME TO q")).isEqualTo("ALTER POLICY [p, t]");
    }

    @Test
    void readsTheOutlineOfTheRest() {
        assertThat(told("CREATE RULE r AS ON INSERT TO s.t DO INSTEAD NOTHING")).isEqualTo("CREATE RULE [r, s.t]");
        assertThat(told("CREATE STATISTICS (ndistinct) ON a, b FROM t")).isEqualTo("CREATE STATISTICS []");
        assertThat(told("CREATE STATISTICS s.x ON a, b FROM ONLY t")).isEqualTo("CREATE STATISTICS [s.x]");
        OtherDefinition statistics = (OtherDefinition) Trees.read(POSTGRES, "CREATE STATISTICS ON a, b FROM s.t");
        assertThat(statistics.table().map(QualifiedName::toString)).contains("s.t");
        assertThat(told("CREATE STATISTICS s ON a FROM (VALUES (1)) AS v (a)")).isEqualTo("CREATE STATISTICS [s]");
        assertThat(told("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"")).isEqualTo("CREATE EXTENSION [uuid-ossp]");
        assertThat(told("CREATE OPERATOR s.### (leftarg = int)")).isEqualTo("CREATE OPERATOR [s.###]");
        assertThat(told("CREATE CAST (a AS b) WITHOUT FUNCTION")).isEqualTo("CREATE CAST []");
        assertThat(told("ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b")).isEqualTo("ALTER TABLE []");
        assertThat(told("ALTER STATISTICS IF EXISTS a SET STATISTICS 0")).isEqualTo("ALTER STATISTICS [a]");
        assertThat(told("SECURITY LABEL FOR x ON ROLE a IS 'b'")).isEqualTo("SECURITY LABEL ROLE [a]");
        assertThat(told("REASSIGN OWNED BY a, b TO c")).isEqualTo("REASSIGN OWNED [a, b]");
        assertThat(told("IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c")).isEqualTo("IMPORT FOREIGN SCHEMA [a]");
    }

    @Test
    void readsNamesAndStringsWithEscapesOfTheirOwn() {
        check("drop table U&\"d!0061t!+000061\" uescape '!'", "DROP TABLE data");
        check("alter type t add value U&'d#0061' uescape '#'", "ALTER TYPE t ADD VALUE 'da'");
    }

    @Test
    void findsTheElementsOfASchema() {
        OtherDefinition schema = (OtherDefinition) Trees.read(
                POSTGRES,
                "CREATE SCHEMA AUTHORIZATION x CREATE TABLE a (b int) CREATE VIEW c AS SELECT 1 GRANT CREATE"
                        + " ON SCHEMA x TO y");
        assertThat(schema.names()).hasToString("[x]");
        List<String> kinds = schema.elements().stream()
                .map(element -> element.getClass().getSimpleName())
                .toList();
        assertThat(kinds).containsExactly("CreateTable", "CreateView", "Privileges");
    }

    private static String told(String sql) {
        Definition definition = (Definition) Trees.read(POSTGRES, sql);
        return "%s %s %s".formatted(definition.verb(), definition.kind(), definition.names());
    }

    private static void check(String sql, String expected) {
        Trees.check(POSTGRES, sql, expected);
    }
}
