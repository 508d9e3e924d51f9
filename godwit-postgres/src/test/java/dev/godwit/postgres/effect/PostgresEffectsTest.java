package dev.godwit.postgres.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers do is looked at in {@code PostgresEffectsProofIT}; here stands what they do not show. */
class PostgresEffectsTest {
    private static final ServerVersion VERSION = new ServerVersion("postgres", 18, 0, 0, "18.0");
    private static final PostgresEngine ENGINE = new PostgresEngine();
    private static final Catalog UNKNOWN = Catalog.unknown(ENGINE.conventions());
    private static final String SCHEMA = """
        CREATE TABLE parent (id int PRIMARY KEY);
        CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, v varchar(20), p int REFERENCES parent (id),
            CONSTRAINT a_positive CHECK (a > 0));
        CREATE UNIQUE INDEX t_a ON t (a);
        CREATE VIEW reading AS SELECT id FROM t\
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BEGIN                                              | TRANSACTIONAL | BLOCKS_NOTHING
        SET lock_timeout = 0                               | TRANSACTIONAL | BLOCKS_NOTHING
        DISCARD ALL                                        | OUTSIDE_ONLY  | BLOCKS_NOTHING
        CREATE TABLE t (i int)                             | TRANSACTIONAL | BLOCKS_NOTHING
        CREATE TABLE t (i int REFERENCES p)                | TRANSACTIONAL | BLOCKS_WRITES
        CREATE TYPE e AS ENUM ('a')                        | TRANSACTIONAL | BLOCKS_NOTHING
        CREATE EXTENSION hstore                            | TRANSACTIONAL | BLOCKS_NOTHING
        CREATE INDEX i ON t (a)                            | TRANSACTIONAL | BLOCKS_WRITES
        CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)        | OUTSIDE_ONLY  | BLOCKS_DDL
        CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a) | OUTSIDE_ONLY  | BLOCKS_DDL
        DROP INDEX i                                       | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        DROP INDEX CONCURRENTLY IF EXISTS i                | OUTSIDE_ONLY  | BLOCKS_DDL
        REINDEX TABLE t                                    | OUTSIDE_ONLY  | BLOCKS_READS_AND_WRITES
        REINDEX (VERBOSE) INDEX CONCURRENTLY i             | OUTSIDE_ONLY  | BLOCKS_DDL
        ALTER TYPE e ADD VALUE 'b'                         | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER TYPE e RENAME VALUE 'a' TO 'b'               | TRANSACTIONAL | BLOCKS_NOTHING
        ALTER TABLE t ADD COLUMN b int                     | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER TABLE t VALIDATE CONSTRAINT c                | TRANSACTIONAL | BLOCKS_DDL
        ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p     | TRANSACTIONAL | BLOCKS_WRITES
        ALTER TABLE t DETACH PARTITION p                   | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER TABLE t DETACH PARTITION p CONCURRENTLY      | OUTSIDE_ONLY  | BLOCKS_READS_AND_WRITES
        ALTER TABLE concurrently_named ADD COLUMN b int    | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER SYSTEM SET work_mem = '1MB'                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        CREATE DATABASE d                                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        DROP DATABASE IF EXISTS d                          | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER DATABASE d SET TABLESPACE s                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER DATABASE d RENAME TO e                       | TRANSACTIONAL | BLOCKS_NOTHING
        CREATE TABLESPACE s LOCATION '/s'                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER SUBSCRIPTION s REFRESH PUBLICATION           | OUTSIDE_ONLY  | BLOCKS_NOTHING
        DROP SUBSCRIPTION s                                | OUTSIDE_ONLY  | BLOCKS_NOTHING
        VACUUM t                                           | OUTSIDE_ONLY  | BLOCKS_DDL
        VACUUM (FULL) t                                    | OUTSIDE_ONLY  | BLOCKS_READS_AND_WRITES
        VACUUM                                             | OUTSIDE_ONLY  | BLOCKS_DDL
        ANALYZE t                                          | TRANSACTIONAL | BLOCKS_DDL
        CLUSTER                                            | OUTSIDE_ONLY  | BLOCKS_READS_AND_WRITES
        CLUSTER t USING i                                  | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        LOCK TABLE t                                       | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        COMMIT PREPARED 'x'                                | OUTSIDE_ONLY  | BLOCKS_NOTHING
        INSERT INTO t VALUES (1)                           | TRANSACTIONAL | BLOCKS_NOTHING
        UPDATE t SET a = 'CREATE INDEX CONCURRENTLY'       | TRANSACTIONAL | BLOCKS_NOTHING
        TRUNCATE t                                         | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        DO $$ BEGIN NULL; END $$                           | TRANSACTIONAL | BLOCKS_NOTHING
        DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD a int'; END $$ | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        DO $$ BEGIN EXECUTE format('DROP %s', x); END $$   | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        CALL p()                                           | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        FROBNICATE t                                       | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        """)
    void saysWhatAStatementDoesWhereNothingIsKnown(String sql, Transactionality transactionality, LockMode lock) {
        Effects effects = effects(UNKNOWN, sql);

        assertThat(effects.transactionality()).isEqualTo(transactionality);
        assertThat(effects.lock()).isEqualTo(lock);
        assertThat(effects.refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
        ALTER TABLE t ADD COLUMN z int                   | ''                  | PREPARED_STATEMENTS
        ALTER TABLE t DROP COLUMN a                      | COLUMN a, INDEX t_a | COLUMN_GONE a, PREPARED_STATEMENTS
        ALTER TABLE t RENAME COLUMN a TO c               | ''                  | COLUMN_RENAMED a, PREPARED_STATEMENTS
        ALTER TABLE t RENAME TO s                        | ''                  | OBJECT_RENAMED
        ALTER TABLE t ALTER COLUMN v TYPE varchar(30)    | ''                  | PREPARED_STATEMENTS
        ALTER TABLE t ALTER COLUMN v TYPE text           | ''                  | PREPARED_STATEMENTS
        ALTER TABLE t ALTER COLUMN v TYPE varchar(10)    | NARROWED_VALUES v   | PREPARED_STATEMENTS, TYPE_CHANGED v
        ALTER TABLE t ALTER COLUMN a TYPE bigint         | ''                  | PREPARED_STATEMENTS
        ALTER TABLE t ALTER COLUMN a TYPE text           | ''                  | PREPARED_STATEMENTS, TYPE_CHANGED a
        ALTER TABLE t ALTER COLUMN a SET NOT NULL        | ''                  | VALUE_REFUSED a, VALUE_DEMANDED a
        ALTER TABLE t ALTER COLUMN b DROP NOT NULL       | ''                  | GUARANTEE_GONE b
        ALTER TABLE t ALTER COLUMN b DROP DEFAULT        | ''                  | VALUE_DEMANDED b
        ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0)     | ''                  | VALUE_REFUSED c
        ALTER TABLE t DROP CONSTRAINT a_positive         | CONSTRAINT a_positive | GUARANTEE_GONE a_positive
        CREATE UNIQUE INDEX i ON t (b)                   | ''                  | VALUE_REFUSED i
        DROP INDEX t_a                                   | INDEX t_a           | GUARANTEE_GONE t_a
        DROP VIEW reading                                | OBJECT              | OBJECT_GONE
        DROP TABLE t CASCADE                             | TABLE, OBJECT       | OBJECT_GONE, OBJECT_GONE
        TRUNCATE t                                       | ROWS                | ''
        DELETE FROM t                                    | ROWS                | ''
        ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'     | ''                  | VALUE_RENAMED sad
        """)
    void saysWhatIsLostAndWhatBreaks(String sql, String losses, String breaks) {
        Effects effects = effects(known(), sql);

        assertThat(effects.losses().stream()
                        .map(loss -> (loss.kind() + " " + loss.part()).strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(losses);
        assertThat(effects.breaks().stream()
                        .map(broken -> (broken.kind() + " " + broken.part()).strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(breaks);
    }

    @Test
    void takesAnUnknownTableToBeLarge() {
        assertThat(work(effects(UNKNOWN, "ALTER TABLE t ALTER COLUMN a SET NOT NULL")))
                .isEqualTo("t SCAN");
        assertThat(work(effects(UNKNOWN, "ALTER TABLE t ALTER COLUMN a TYPE bigint")))
                .isEqualTo("t REWRITE");
        assertThat(work(effects(UNKNOWN, "CREATE INDEX i ON t (a)"))).isEqualTo("t INDEX_BUILD");
        assertThat(work(effects(UNKNOWN, "ALTER TABLE t VALIDATE CONSTRAINT c")))
                .isEqualTo("t SCAN");
        assertThat(work(effects(UNKNOWN, "ALTER TABLE t ADD COLUMN z int DEFAULT own_function()")))
                .isEqualTo("t REWRITE");
    }

    @Test
    void saysNothingOfATableThatTheSameMigrationMade() {
        Catalog fresh = after(UNKNOWN, "CREATE TABLE made (id int)");

        Effects effects = effects(fresh, "ALTER TABLE made ADD COLUMN z int NOT NULL");

        assertThat(effects).isEqualTo(Effects.none(Transactionality.TRANSACTIONAL));
        assertThat(effects(fresh.nextMigration(), "ALTER TABLE made ADD COLUMN z int NOT NULL")
                        .refusal())
                .isPresent();
    }

    @Test
    void seesInABlockWhatItsStatementsLeave() {
        Effects effects = effects(
                UNKNOWN,
                "DO $$ BEGIN CREATE TABLE made (id int); ALTER TABLE made ADD a int; ALTER TABLE t ADD a int; END $$");

        assertThat(effects.locks())
                .extracting(lock -> lock.table() + " " + lock.serverName())
                .containsExactly("t ACCESS EXCLUSIVE");
    }

    @Test
    void tellsWhoWaitsWhileTheWorkIsDone() {
        assertThat(effects(UNKNOWN, "CREATE INDEX CONCURRENTLY i ON t (a)").work())
                .extracting(TableWork::work, TableWork::blocks)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Work.INDEX_BUILD, LockMode.BLOCKS_DDL));
        assertThat(effects(known(), "REINDEX INDEX t_a").work())
                .extracting(TableWork::work, TableWork::blocks)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Work.INDEX_BUILD, LockMode.BLOCKS_READS_AND_WRITES));
    }

    @Test
    void lockOnADeadIndexStopsNobody() {
        Effects effects = effects(known(), "DROP INDEX CONCURRENTLY t_a");

        assertThat(effects.locks())
                .extracting(TableLock::serverName)
                .containsExactly("SHARE UPDATE EXCLUSIVE", "ACCESS EXCLUSIVE");
        assertThat(effects.lock()).isEqualTo(LockMode.BLOCKS_DDL);
    }

    @Test
    void refusesWhatCannotBeThere() {
        assertThat(effects(known(), "ALTER TABLE elsewhere ADD COLUMN a int").refusal())
                .isPresent();
        assertThat(effects(UNKNOWN, "ALTER TABLE elsewhere ADD COLUMN a int").refusal())
                .isEmpty();
    }

    private static Catalog known() {
        return after(Catalog.empty(ENGINE.conventions()), SCHEMA).nextMigration();
    }

    private static Catalog after(Catalog before, String sql) {
        Catalog catalog = before;
        for (Statement statement : statements(sql)) {
            catalog = catalog.after(statement);
        }
        return catalog;
    }

    private static Effects effects(Catalog before, String sql) {
        List<Statement> statements = statements(sql);
        assertThat(statements).hasSize(1);
        return new PostgresEffects().of(statements.getFirst(), before, VERSION);
    }

    private static List<Statement> statements(String sql) {
        SqlSource source = SqlSource.of("a.sql", sql);
        return ENGINE.dialect().split(source, source.whole()).statements();
    }

    private static String work(Effects effects) {
        return effects.work().stream()
                .map(done -> done.table() + " " + done.work())
                .collect(Collectors.joining(", "));
    }
}
