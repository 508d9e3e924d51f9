package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;

import org.junit.jupiter.api.Test;

/** ALTER TABLE of MySQL and MariaDB: the SQL, and the one form in which it is written again. */
final class MysqlAlterTest {
    @Test
    void readsWhatIsDoneToColumns() {
        Trees.check(
                MYSQL,
                "alter table t add a int first, add column b int after a, add (c int, key (c))",
                "ALTER TABLE t ADD COLUMN a int FIRST, ADD COLUMN b int AFTER a, ADD COLUMN c int, ADD INDEX (c)");
        Trees.check(
                MYSQL,
                "alter table t change a b int not null, modify column c text after d, drop e, drop column f restrict",
                "ALTER TABLE t CHANGE COLUMN a b int NOT NULL, MODIFY COLUMN c text AFTER d, DROP COLUMN e, DROP"
                        + " COLUMN f RESTRICT");
        Trees.check(
                MYSQL,
                "alter table t alter a set default 5, alter column b set default (uuid()), alter c drop default, alter"
                        + " d set invisible, rename column e to f",
                "ALTER TABLE t ALTER COLUMN a SET DEFAULT 5, ALTER COLUMN b SET DEFAULT (uuid()), ALTER COLUMN c DROP"
                        + " DEFAULT, ALTER COLUMN d SET INVISIBLE, RENAME COLUMN e TO f");
        Trees.check(
                MARIADB,
                "alter table if exists t add column if not exists a int, change if exists a b int, modify if exists c"
                        + " int, alter if exists d drop default, drop if exists e, rename column if exists f to g",
                "ALTER TABLE IF EXISTS t ADD COLUMN IF NOT EXISTS a int, CHANGE COLUMN IF EXISTS a b int, MODIFY"
                        + " COLUMN IF EXISTS c int, ALTER COLUMN IF EXISTS d DROP DEFAULT, DROP COLUMN IF EXISTS e, RENAME"
                        + " COLUMN IF EXISTS f TO g");
    }

    @Test
    void readsWhatIsDoneToKeys() {
        Trees.check(
                MYSQL,
                "alter table t add index (a), add unique key u (b), add primary key (c), add fulltext f (d), add"
                        + " spatial index (e), add check (a > 0), add constraint fk foreign key (a) references p (id)",
                "ALTER TABLE t ADD INDEX (a), ADD UNIQUE KEY u (b), ADD PRIMARY KEY (c), ADD FULLTEXT INDEX f (d), ADD"
                        + " SPATIAL INDEX (e), ADD CHECK (a > 0), ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id)");
        Trees.check(
                MYSQL,
                "alter table t drop primary key, drop key k, drop foreign key f, drop check c, drop constraint d,"
                        + " rename key a to b",
                "ALTER TABLE t DROP PRIMARY KEY, DROP INDEX k, DROP FOREIGN KEY f, DROP CHECK c, DROP CONSTRAINT d,"
                        + " RENAME INDEX a TO b");
        Trees.check(
                MYSQL,
                "alter table t alter index i invisible, alter check c not enforced, alter constraint d enforced,"
                        + " disable keys",
                "ALTER TABLE t ALTER INDEX i INVISIBLE, ALTER CHECK c NOT ENFORCED, ALTER CONSTRAINT d ENFORCED,"
                        + " DISABLE KEYS");
        Trees.check(
                MARIADB,
                "alter table t add key if not exists k (a), add unique if not exists u (a), add foreign key if not"
                        + " exists f (a) references p (id), add constraint if not exists c check (a > 0), drop index if"
                        + " exists k, drop constraint if exists c, rename index if exists a to b, alter index if exists i"
                        + " ignored",
                "ALTER TABLE t ADD INDEX IF NOT EXISTS k (a), ADD UNIQUE KEY IF NOT EXISTS u (a), ADD FOREIGN KEY IF"
                        + " NOT EXISTS f (a) REFERENCES p (id), ADD CONSTRAINT IF NOT EXISTS c CHECK (a > 0), DROP INDEX"
                        + " IF EXISTS k, DROP CONSTRAINT IF EXISTS c, RENAME INDEX IF EXISTS a TO b, ALTER INDEX IF EXISTS"
                        + " i IGNORED");
    }

    @Test
    void readsWhatIsDoneToTheTable() {
        Trees.check(
                MYSQL,
                "alter table t engine=innodb row_format=dynamic, comment 'x', default character set utf8mb4,"
                        + " auto_increment 5",
                "ALTER TABLE t ENGINE = innodb, ROW_FORMAT = dynamic, COMMENT = 'x', CHARACTER SET = utf8mb4,"
                        + " AUTO_INCREMENT = 5");
        Trees.check(
                MYSQL,
                "alter table t convert to charset utf8mb4 collate utf8mb4_bin, order by a desc, d.b",
                "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, ORDER BY a desc, d.b");
        Trees.check(
                MYSQL,
                "alter table t algorithm inplace, lock=none, force, rename as u",
                "ALTER TABLE t ALGORITHM = INPLACE, LOCK = NONE, FORCE, RENAME TO u");
        Trees.check(
                MYSQL,
                "alter table t without validation, add a int",
                "ALTER TABLE t WITHOUT VALIDATION, ADD COLUMN a int");
        Trees.check(MYSQL, "alter table t discard tablespace", "ALTER TABLE t DISCARD TABLESPACE");
        Trees.check(MYSQL, "alter table t secondary_load", "ALTER TABLE t SECONDARY_LOAD");
        Trees.check(
                MYSQL,
                "alter table t add a int remove partitioning",
                "ALTER TABLE t ADD COLUMN a int REMOVE PARTITIONING");
        Trees.check(
                MARIADB,
                "alter online ignore table t wait 5 add system versioning, add period for p (a, b), drop period for q",
                "ALTER ONLINE IGNORE TABLE t WAIT 5 ADD SYSTEM VERSIONING, ADD PERIOD FOR p (a, b), DROP PERIOD FOR q");
        Trees.check(MARIADB, "alter table t nowait encrypted=yes", "ALTER TABLE t NOWAIT ENCRYPTED = yes");
    }

    @Test
    void readsWhatIsDoneToPartitions() {
        Trees.check(
                MYSQL,
                "alter table t add partition no_write_to_binlog (partition p3 values in (1, null) comment 'x')",
                "ALTER TABLE t ADD PARTITION no_write_to_binlog (partition p3 values in (1, null) comment 'x')");
        Trees.check(MYSQL, "alter table t add partition partitions 2", "ALTER TABLE t ADD PARTITION partitions 2");
        Trees.check(MYSQL, "alter table t drop partition p0, p1", "ALTER TABLE t DROP PARTITION p0, p1");
        Trees.check(MYSQL, "alter table t truncate partition all", "ALTER TABLE t TRUNCATE PARTITION ALL");
        Trees.check(
                MYSQL,
                "alter table t repair partition no_write_to_binlog p0 quick extended",
                "ALTER TABLE t REPAIR PARTITION no_write_to_binlog p0 quick extended");
        Trees.check(
                MYSQL,
                "alter table t check partition all for upgrade",
                "ALTER TABLE t CHECK PARTITION ALL for upgrade");
        Trees.check(
                MYSQL, "alter table t import partition p0 tablespace", "ALTER TABLE t IMPORT PARTITION p0 TABLESPACE");
        Trees.check(
                MYSQL,
                "alter table t reorganize partition p0, p1 into (partition p values less than (5))",
                "ALTER TABLE t REORGANIZE PARTITION p0, p1 into (partition p values less than (5))");
        Trees.check(MYSQL, "alter table t coalesce partition local 2", "ALTER TABLE t COALESCE PARTITION local 2");
        Trees.check(
                MYSQL,
                "alter table t exchange partition p with table d.u without validation",
                "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE d.u WITHOUT VALIDATION");
        Trees.check(
                MYSQL,
                "alter table t engine=innodb partition by hash (a) partitions 2",
                "ALTER TABLE t ENGINE = innodb PARTITION BY HASH (a) partitions 2");
        Trees.check(
                MARIADB,
                "alter table t add partition if not exists (p1 values in (1))",
                "ALTER TABLE t ADD PARTITION IF NOT EXISTS (p1 values in (1))");
        Trees.check(
                MARIADB,
                "alter table t convert partition p to table u",
                "ALTER TABLE t CONVERT PARTITION p TO TABLE u");
        Trees.check(
                MARIADB,
                "alter table t convert table u to partition p values less than (5) with validation",
                "ALTER TABLE t CONVERT TABLE u to partition p values less than (5) with validation");
    }
}
