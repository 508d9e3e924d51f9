package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;

import org.junit.jupiter.api.Test;

/** What is no table, of MySQL and MariaDB: the SQL, and the one form in which it is written again. */
final class MysqlObjectsTest {
    @Test
    void readsIndexes() {
        Trees.check(
                MYSQL,
                "create unique index i on t (a(5) desc) using btree comment 'x' algorithm=inplace lock none",
                "CREATE UNIQUE INDEX i USING BTREE ON t (a(5) DESC) COMMENT 'x' ALGORITHM = inplace LOCK = none");
        Trees.check(MYSQL, "create index i type hash on d.t ((a + 1))", "CREATE INDEX i USING HASH ON d.t ((a + 1))");
        Trees.check(
                MARIADB,
                "create or replace index if not exists i on t (a) wait 5 ignored",
                "CREATE OR REPLACE INDEX IF NOT EXISTS i ON t (a) WAIT 5 IGNORED");
        Trees.check(
                MYSQL,
                "drop index i on d.t lock=none algorithm inplace",
                "DROP INDEX i ON d.t LOCK = none ALGORITHM = inplace");
        Trees.check(MARIADB, "drop index if exists i on t nowait", "DROP INDEX IF EXISTS i ON t NOWAIT");
    }

    @Test
    void readsOtherObjects() {
        Trees.check(
                MYSQL,
                "create or replace algorithm=merge definer=`a`@`%` sql security invoker view d.v (a, b) as select 1, 2"
                        + " with check option",
                "CREATE OR REPLACE ALGORITHM = merge DEFINER = `a`@`%` SQL SECURITY invoker VIEW d.v (a, b) AS select"
                        + " 1, 2 WITH CHECK OPTION");
        Trees.check(
                MYSQL, "alter view v as (select 1) union (select 2)", "ALTER VIEW v AS (select 1) union (select 2)");
        Trees.check(
                MARIADB,
                "create view if not exists v as with c as (select 1) select * from c with cascaded check option",
                "CREATE VIEW IF NOT EXISTS v AS with c as (select 1) select * from c WITH CASCADED CHECK OPTION");
        Trees.check(
                MARIADB,
                "create sequence if not exists s increment -1 start=5 nominvalue maxvalue 10 no maxvalue cache 5"
                        + " nocycle engine=innodb",
                "CREATE SEQUENCE IF NOT EXISTS s INCREMENT BY -1 START WITH 5 NO MINVALUE MAXVALUE 10 NO MAXVALUE"
                        + " CACHE 5 NOCYCLE ENGINE = innodb");
        Trees.check(
                MARIADB,
                "alter sequence if exists s restart 5 increment by 2",
                "ALTER SEQUENCE IF EXISTS s RESTART WITH 5 INCREMENT BY 2");
        Trees.check(MYSQL, "drop temporary tables if exists a, d.b", "DROP TEMPORARY TABLE IF EXISTS a, d.b");
        Trees.check(MARIADB, "drop table t nowait", "DROP TABLE t nowait");
        Trees.check(MYSQL, "drop view if exists v, w cascade", "DROP VIEW IF EXISTS v, w CASCADE");
        Trees.check(MARIADB, "drop sequence s, t", "DROP SEQUENCE s, t");
        Trees.check(MYSQL, "drop trigger if exists d.t", "DROP TRIGGER IF EXISTS d.t");
        Trees.check(MYSQL, "drop schema d", "DROP SCHEMA d");
        Trees.check(MYSQL, "drop resource group g force", "DROP RESOURCE GROUP g force");
        Trees.check(MYSQL, "rename tables a to b, c.d to e", "RENAME TABLE a TO b, c.d TO e");
        Trees.check(MARIADB, "rename table if exists a wait 5 to b", "RENAME TABLE IF EXISTS a WAIT 5 TO b");
        Trees.check(MARIADB, "truncate t nowait", "TRUNCATE TABLE t NOWAIT");
    }
}
