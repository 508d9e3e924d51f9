package dev.godwit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.postgres.effect.PostgresEffects;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresEffectsTest {
    private static final ServerVersion VERSION = new ServerVersion("postgres", 18, 0, 0, "18.0");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BEGIN                                              | TRANSACTIONAL | BLOCKS_NOTHING
        SET lock_timeout = 0                               | TRANSACTIONAL | BLOCKS_NOTHING
        DISCARD ALL                                        | OUTSIDE_ONLY  | BLOCKS_NOTHING
        CREATE TABLE t (i int)                             | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
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
        ALTER TYPE e RENAME VALUE 'a' TO 'b'               | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER TABLE t ADD COLUMN b int                     | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER TABLE t DETACH PARTITION p                   | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER TABLE t DETACH PARTITION p CONCURRENTLY      | OUTSIDE_ONLY  | BLOCKS_DDL
        ALTER TABLE concurrently_named ADD COLUMN b int    | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        ALTER SYSTEM SET work_mem = '1MB'                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        CREATE DATABASE d                                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        DROP DATABASE IF EXISTS d                          | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER DATABASE d SET TABLESPACE s                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER DATABASE d RENAME TO e                       | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        CREATE TABLESPACE s LOCATION '/s'                  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p  | OUTSIDE_ONLY  | BLOCKS_NOTHING
        ALTER SUBSCRIPTION s REFRESH PUBLICATION           | OUTSIDE_ONLY  | BLOCKS_NOTHING
        VACUUM (FULL) t                                    | OUTSIDE_ONLY  | BLOCKS_DDL
        ANALYZE t                                          | TRANSACTIONAL | BLOCKS_DDL
        CLUSTER                                            | OUTSIDE_ONLY  | BLOCKS_READS_AND_WRITES
        CLUSTER t USING i                                  | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        LOCK TABLE t                                       | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        COMMIT PREPARED 'x'                                | OUTSIDE_ONLY  | BLOCKS_NOTHING
        INSERT INTO t VALUES (1)                           | TRANSACTIONAL | BLOCKS_NOTHING
        UPDATE t SET a = 'CREATE INDEX CONCURRENTLY'       | TRANSACTIONAL | BLOCKS_NOTHING
        TRUNCATE t                                         | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        DO $$ BEGIN NULL; END $$                           | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        FROBNICATE t                                       | TRANSACTIONAL | BLOCKS_READS_AND_WRITES
        """)
    void saysWhatAStatementDoes(String sql, Transactionality transactionality, LockMode lock) {
        SqlSource source = SqlSource.of("a.sql", sql);
        List<Statement> statements =
                new PostgresDialect().split(source, source.whole()).statements();
        assertThat(statements).hasSize(1);
        Effects effects =
                new PostgresEffects().of(statements.getFirst(), Catalog.unknown(new PostgresConventions()), VERSION);
        assertThat(effects.transactionality()).isEqualTo(transactionality);
        assertThat(effects.lock()).isEqualTo(lock);
    }
}
