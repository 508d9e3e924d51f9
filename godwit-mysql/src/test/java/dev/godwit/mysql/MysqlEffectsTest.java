package dev.godwit.mysql;

import dev.godwit.mysql.effect.MysqlEffects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.mysql.MariadbDialect;
import dev.godwit.sql.mysql.MysqlDialect;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlEffectsTest {
    private static final ServerVersion VERSION = new ServerVersion("mysql", 8, 0, 33, "8.0.33");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ALTER TABLE t ADD c int                         | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        /*!40000 ALTER TABLE t DISABLE KEYS */          | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        CREATE TABLE t (a int)                          | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        CREATE UNIQUE INDEX i ON t (a)                  | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        DROP INDEX i ON t                               | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        RENAME TABLE a TO b                             | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        TRUNCATE t                                      | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        CREATE OR REPLACE VIEW v AS SELECT 1            | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        CREATE TEMPORARY TABLE t (a int)                | TRANSACTIONAL      | BLOCKS_NOTHING
        DROP TEMPORARY TABLE t                          | TRANSACTIONAL      | BLOCKS_NOTHING
        DROP TABLE t                                    | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        GRANT SELECT ON d.* TO 'u'@'h'                  | COMMITS_IMPLICITLY | BLOCKS_NOTHING
        CREATE USER u IDENTIFIED BY 'x'                 | COMMITS_IMPLICITLY | BLOCKS_NOTHING
        SET PASSWORD FOR u = 'x'                        | COMMITS_IMPLICITLY | BLOCKS_NOTHING
        ANALYZE TABLE t                                 | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        OPTIMIZE TABLE t                                | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        INSERT INTO t VALUES (1)                        | TRANSACTIONAL      | BLOCKS_NOTHING
        LOAD DATA INFILE 'x' INTO TABLE t               | TRANSACTIONAL      | BLOCKS_NOTHING
        CALL p()                                        | UNKNOWN            | BLOCKS_READS_AND_WRITES
        EXECUTE s                                       | UNKNOWN            | BLOCKS_READS_AND_WRITES
        FROBNICATE t                                    | UNKNOWN            | BLOCKS_READS_AND_WRITES
        SET foreign_key_checks = 0                      | TRANSACTIONAL      | BLOCKS_NOTHING
        SET GLOBAL max_connections = 5                  | OUTSIDE_ONLY       | BLOCKS_NOTHING
        SET autocommit = 0                              | TRANSACTIONAL      | BLOCKS_NOTHING
        LOCK TABLES t WRITE                             | TRANSACTIONAL      | BLOCKS_NOTHING
        UNLOCK TABLES                                   | TRANSACTIONAL      | BLOCKS_NOTHING
        /*!50100 SET @x = 1 */                          | TRANSACTIONAL      | BLOCKS_NOTHING
        """)
    void tellsWhatCommits(String sql, Transactionality transactionality, LockMode lock) {
        SqlSource source = SqlSource.of("test", sql);
        for (Dialect dialect : List.of(new MysqlDialect(), new MariadbDialect())) {
            assertThat(new MysqlEffects()
                            .of(
                                    dialect.statement(source, source.whole()),
                                    Catalog.unknown(new MysqlConventions()),
                                    VERSION))
                    .isEqualTo(Effects.none(transactionality).locking(TableLock.EVERYTHING, lock, ""));
        }
    }
}
