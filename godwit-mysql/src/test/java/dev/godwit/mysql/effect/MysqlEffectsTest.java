package dev.godwit.mysql.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.core.engine.Engine;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlEffectsTest {
    private static final Engine MYSQL = new MysqlEngine();
    private static final Engine MARIADB = new MariadbEngine();
    private static final QualifiedName TABLE = new QualifiedName(List.of(new Identifier("t")));

    private static ServerVersion version(Engine engine, int major, int minor, int patch) {
        return new ServerVersion(engine.id(), major, minor, patch, major + "." + minor + "." + patch);
    }

    private static Statement statement(Engine engine, String sql) {
        SqlSource source = SqlSource.of("test", sql);
        return engine.dialect().statement(source, source.whole());
    }

    private static Effects effects(Engine engine, ServerVersion version, String sql, String... before) {
        Catalog catalog = Catalog.empty(engine.conventions());
        for (String earlier : before) {
            catalog = catalog.after(statement(engine, earlier));
        }
        return engine.effects().of(statement(engine, sql), catalog.nextMigration(), version);
    }

    private static Effects unaware(Engine engine, String sql) {
        ServerVersion version = engine == MYSQL ? version(MYSQL, 8, 0, 33) : version(MARIADB, 11, 4, 5);
        return engine.effects().of(statement(engine, sql), Catalog.unknown(engine.conventions()), version);
    }

    private static Effects mysql(String sql, String... before) {
        return effects(MYSQL, version(MYSQL, 8, 0, 33), sql, before);
    }

    private static Effects mariadb(String sql, String... before) {
        return effects(MARIADB, version(MARIADB, 11, 4, 5), sql, before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ALTER TABLE t ADD c int                         | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        /*!40000 ALTER TABLE t DISABLE KEYS */          | COMMITS_IMPLICITLY | BLOCKS_READS_AND_WRITES
        CREATE TABLE t (a int)                          | COMMITS_IMPLICITLY | BLOCKS_NOTHING
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
        ANALYZE TABLE t                                 | COMMITS_IMPLICITLY | BLOCKS_NOTHING
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
    void tellsWhatCommitsAndWhatWaits(String sql, Transactionality transactionality, LockMode lock) {
        for (Engine engine : List.of(MYSQL, MARIADB)) {
            Effects effects = unaware(engine, sql);

            assertThat(effects.transactionality()).isEqualTo(transactionality);
            assertThat(effects.lock()).isEqualTo(lock);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        8.0.11 | ADD z int                   | ALGORITHM=INPLACE, LOCK=NONE | REWRITE
        8.0.12 | ADD z int                   | ALGORITHM=INSTANT            | METADATA
        8.0.28 | ADD z int FIRST             | ALGORITHM=INPLACE, LOCK=NONE | REWRITE
        8.0.29 | ADD z int FIRST             | ALGORITHM=INSTANT            | METADATA
        8.0.28 | DROP COLUMN a               | ALGORITHM=INPLACE, LOCK=NONE | REWRITE
        8.0.29 | DROP COLUMN a               | ALGORITHM=INSTANT            | METADATA
        8.0.27 | RENAME COLUMN a TO b        | ALGORITHM=INPLACE, LOCK=NONE | METADATA
        8.0.28 | RENAME COLUMN a TO b        | ALGORITHM=INSTANT            | METADATA
        8.0.11 | ALTER a SET DEFAULT 3       | ALGORITHM=INPLACE, LOCK=NONE | METADATA
        8.4.7  | ADD z int, COMMENT = 'x'    | ALGORITHM=INPLACE, LOCK=NONE | REWRITE
        8.4.7  | MODIFY a bigint             | ALGORITHM=COPY, LOCK=SHARED  | REWRITE
        """)
    void knowsWhichMysqlCanDoItInPlace(String version, String action, String method, Work work) {
        List<Integer> numbers = Pattern.compile("\\.")
                .splitAsStream(version)
                .map(Integer::valueOf)
                .toList();
        ServerVersion server = version(MYSQL, numbers.get(0), numbers.get(1), numbers.get(2));

        TableWork done = effects(MYSQL, server, "ALTER TABLE t " + action, "CREATE TABLE t (id int PRIMARY KEY, a int)")
                .workOn(TABLE)
                .orElseThrow();

        assertThat(done.method()).isEqualTo(method);
        assertThat(done.work()).isEqualTo(work);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 6, 'ALGORITHM=COPY, LOCK=SHARED', BLOCKS_WRITES",
        "11, 1, 'ALGORITHM=COPY, LOCK=SHARED', BLOCKS_WRITES",
        "11, 2, 'ALGORITHM=COPY, LOCK=NONE', BLOCKS_NOTHING"
    })
    void letsWritersIntoTheCopiesOfNewerMariadb(int major, int minor, String method, LockMode blocks) {
        Effects effects = effects(
                MARIADB, version(MARIADB, major, minor, 0), "ALTER TABLE t MODIFY a bigint", "CREATE TABLE t (a int)");

        assertThat(effects.work()).containsExactly(new TableWork(TABLE, Work.REWRITE, blocks, method));
    }

    @Test
    void countsTheVersionsOfRows() {
        String[] history = new String[65];
        history[0] = "CREATE TABLE t (id int PRIMARY KEY)";
        for (int i = 1; i < history.length; i++) {
            history[i] = "ALTER TABLE t ADD c" + i + " int";
        }

        assertThat(mysql("ALTER TABLE t ADD z int", history)
                        .workOn(TABLE)
                        .orElseThrow()
                        .work())
                .isEqualTo(Work.REWRITE);
        assertThat(mariadb("ALTER TABLE t ADD z int", history)
                        .workOn(TABLE)
                        .orElseThrow()
                        .work())
                .isEqualTo(Work.METADATA);
    }

    @Test
    void locksTheTablesOnTheOtherEndsOfForeignKeys() {
        String[] before = {
            "CREATE TABLE p (id int PRIMARY KEY)",
            "CREATE TABLE t (id int PRIMARY KEY, r int, FOREIGN KEY (r) REFERENCES p (id))",
            "CREATE TABLE c (t int, FOREIGN KEY (t) REFERENCES t (id))"
        };

        assertThat(mysql("ALTER TABLE t ADD z int", before).locks())
                .containsExactlyInAnyOrder(
                        new TableLock(TABLE, LockMode.BLOCKS_READS_AND_WRITES, "EXCLUSIVE"),
                        new TableLock(name("p"), LockMode.BLOCKS_DDL, "SHARED_UPGRADABLE"),
                        new TableLock(name("c"), LockMode.BLOCKS_READS_AND_WRITES, "EXCLUSIVE"));
        assertThat(mariadb("ALTER TABLE t ADD z int", before).locks())
                .containsExactly(new TableLock(TABLE, LockMode.BLOCKS_READS_AND_WRITES, "EXCLUSIVE"));
    }

    private static QualifiedName name(String name) {
        return new QualifiedName(List.of(new Identifier(name)));
    }

    @Test
    void doesNotMindTheCaseOfColumns() {
        Effects effects = mysql("ALTER TABLE t MODIFY A varchar(60)", "CREATE TABLE t (a varchar(50))");

        assertThat(effects.workOn(TABLE).orElseThrow().work()).isEqualTo(Work.METADATA);
    }

    @Test
    void takesAColumnThatIsNotKnownToChangeItsType() {
        assertThat(unaware(MYSQL, "ALTER TABLE t MODIFY a bigint").work())
                .containsExactly(
                        new TableWork(TABLE, Work.REWRITE, LockMode.BLOCKS_WRITES, "ALGORITHM=COPY, LOCK=SHARED"));
    }

    @Test
    void refusesWhatAsksForMoreThanThereIs() {
        String table = "CREATE TABLE t (a int)";

        assertThat(mysql("ALTER TABLE t MODIFY a bigint, ALGORITHM=INPLACE", table)
                        .refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("at best ALGORITHM=COPY"));
        assertThat(mysql("ALTER TABLE t ADD z int, ALGORITHM=INPLACE", table).refusal())
                .isEmpty();
        assertThat(mariadb("ALTER TABLE t MODIFY a bigint, LOCK=NONE", table).refusal())
                .isEmpty();
        assertThat(mysql("ALTER TABLE t MODIFY a bigint, LOCK=NONE", table).refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("at best LOCK=SHARED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DROP COLUMN a                      | COLUMN          | a
        MODIFY a smallint                  | NARROWED_VALUES | a
        MODIFY v varchar(20)               | NARROWED_VALUES | v
        MODIFY d decimal(10,1)             | NARROWED_VALUES | d
        MODIFY e enum('x')                 | NARROWED_VALUES | e
        DROP INDEX k                       | INDEX           | k
        DROP PRIMARY KEY                   | CONSTRAINT      | PRIMARY
        """)
    void tellsWhatIsLost(String action, Loss.Kind kind, String part) {
        assertThat(altered(action).losses()).containsExactly(new Loss(kind, TABLE, part));
    }

    private static Effects altered(String action) {
        return mysql("ALTER TABLE t " + action, """
            CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(50), d decimal(10,2) NOT NULL DEFAULT 0,
                e enum('x', 'y'), KEY k (a))\
            """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MODIFY a bigint
        MODIFY v varchar(60)
        MODIFY e enum('x', 'y', 'z')
        MODIFY v text
        ADD z int
        """)
    void losesNothingWithoutNeed(String action) {
        assertThat(altered(action).losses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DROP COLUMN a                      | COLUMN_GONE     | a
        RENAME COLUMN a TO b               | COLUMN_RENAMED  | a
        CHANGE a b int                     | COLUMN_RENAMED  | a
        RENAME TO u                        | OBJECT_RENAMED  | ''
        MODIFY a bigint                    | TYPE_CHANGED    | a
        ADD z int NOT NULL                 | VALUE_DEMANDED  | z
        MODIFY d decimal(10,2) NULL        | GUARANTEE_GONE  | d
        ALTER d DROP DEFAULT               | VALUE_DEMANDED  | d
        ADD CONSTRAINT c CHECK (a > 0)     | VALUE_REFUSED   | c
        ADD UNIQUE u (a)                   | VALUE_REFUSED   | a
        """)
    void tellsWhatBreaks(String action, Breakage.Kind kind, String part) {
        assertThat(altered(action).breaks()).containsExactly(new Breakage(kind, TABLE, part));
    }
}
