package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;

import org.junit.jupiter.api.Test;

/** CREATE TABLE of MySQL and MariaDB: the SQL, and the one form in which it is written again. */
final class MysqlTablesTest {
    @Test
    void readsColumns() {
        Trees.check(
                MYSQL,
                "create table T (a int(10)unsigned zerofill not null auto_increment key, b varchar(10) charset utf8mb4"
                        + " collate 'utf8mb4_bin')",
                "CREATE TABLE T (a int(10) UNSIGNED ZEROFILL NOT NULL AUTO_INCREMENT PRIMARY KEY, b varchar(10)"
                        + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)");
        Trees.check(
                MYSQL,
                "create table t (a enum('x','it''s') default 'x' comment \"a 'quoted' \\\\ text\", b set('a')"
                        + " character set binary)",
                "CREATE TABLE t (a enum('x', 'it''s') DEFAULT 'x' COMMENT 'a ''quoted'' \\\\ text', b set('a')"
                        + " CHARACTER SET binary)");
        Trees.check(
                MYSQL,
                "create table t (a timestamp(6) null default now(6) on update current_timestamp(6), b bit(3) default"
                        + " b'101', c double default -1.5e+3)",
                "CREATE TABLE t (a timestamp(6) NULL DEFAULT now(6) ON UPDATE current_timestamp(6), b bit(3) DEFAULT"
                        + " b'101', c double DEFAULT -1.5e+3)");
        Trees.check(
                MYSQL,
                "create table t (a int, b int as (a /* why */ + 1) stored unique key, c int generated always as (a)"
                        + " virtual invisible)",
                "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE, c int GENERATED ALWAYS AS (a)"
                        + " VIRTUAL INVISIBLE)");
        Trees.check(
                MYSQL,
                "create table t (a json default (json_array()), b char(1) default _latin1 x'41', c point not null srid"
                        + " 4326)",
                "CREATE TABLE t (a json DEFAULT (json_array()), b char(1) DEFAULT _latin1 x'41', c point NOT NULL SRID"
                        + " 4326)");
        Trees.check(
                MYSQL,
                "create table t (a int column_format fixed storage disk engine_attribute '{}', b int check (b > 0) not"
                        + " enforced, c int references p (id) on update set null)",
                "CREATE TABLE t (a int COLUMN_FORMAT fixed STORAGE disk ENGINE_ATTRIBUTE = '{}', b int CHECK (b > 0)"
                        + " NOT ENFORCED, c int REFERENCES p (id) ON UPDATE SET NULL)");
        Trees.check(
                MARIADB,
                "create table t (a inet6, b uuid default uuid(), c varchar(9) compressed=zlib charset latin1, d int"
                        + " default (1) check (d > 0), e int foo=\"bar\")",
                "CREATE TABLE t (a inet6, b uuid DEFAULT uuid(), c varchar(9) COMPRESSED = zlib CHARACTER SET latin1,"
                        + " d int DEFAULT (1) CHECK (d > 0), e int FOO = \"bar\")");
        Trees.check(
                MARIADB,
                "create table t (x.t.a int without system versioning, s timestamp(6) as row start, e timestamp(6)"
                        + " generated always as row end, period for system_time (s, e)) with system versioning",
                "CREATE TABLE t (a int WITHOUT SYSTEM VERSIONING, s timestamp(6) GENERATED ALWAYS AS ROW START, e"
                        + " timestamp(6) GENERATED ALWAYS AS ROW END, period for system_time (s, e)) WITH SYSTEM"
                        + " VERSIONING");
    }

    @Test
    void readsKeysAndConstraints() {
        Trees.check(
                MYSQL,
                "create table t (a int, primary key using btree (a), unique index u (a desc), key k (a(5)) using hash"
                        + " comment 'k' invisible, index ((a + 1), (lower(b)) desc))",
                "CREATE TABLE t (a int, PRIMARY KEY USING BTREE (a), UNIQUE KEY u (a DESC), INDEX k USING HASH (a(5))"
                        + " COMMENT 'k' INVISIBLE, INDEX ((a + 1), (lower(b)) DESC))");
        Trees.check(
                MYSQL,
                "create table t (a int, fulltext key f (a) with parser ngram, spatial (b), constraint c check (a <>"
                        + " 5), constraint foreign key fk (a) references d.p (id) match full on delete no action on update"
                        + " cascade)",
                "CREATE TABLE t (a int, FULLTEXT INDEX f (a) WITH PARSER ngram, SPATIAL INDEX (b), CONSTRAINT c CHECK"
                        + " (a <> 5), FOREIGN KEY fk (a) REFERENCES d.p (id) MATCH FULL ON DELETE NO ACTION ON UPDATE"
                        + " CASCADE)");
        Trees.check(
                MARIADB,
                "create table t (a int, unique (a, p without overlaps), key k (a) not ignored foo=1)",
                "CREATE TABLE t (a int, UNIQUE KEY (a, p WITHOUT OVERLAPS), INDEX k (a) NOT IGNORED FOO = 1)");
    }

    @Test
    void readsTables() {
        Trees.check(
                MYSQL,
                "create temporary table if not exists d.t (a int) engine innodb, default charset=utf8 collate utf8_bin"
                        + " comment 'c' row_format=dynamic union=(x,y) data directory '/d'",
                "CREATE TEMPORARY TABLE IF NOT EXISTS d.t (a int) ENGINE = innodb CHARACTER SET = utf8 COLLATE ="
                        + " utf8_bin COMMENT = 'c' ROW_FORMAT = dynamic UNION = (x,y) DATA DIRECTORY = '/d'");
        Trees.check(MYSQL, "create table t like d.u", "CREATE TABLE t (LIKE d.u)");
        Trees.check(MYSQL, "create table t (like u)", "CREATE TABLE t (LIKE u)");
        Trees.check(
                MYSQL,
                "create table t (key (a)) engine=memory ignore select 1 as a",
                "CREATE TABLE t (INDEX (a)) ENGINE = memory IGNORE AS select 1 as a");
        Trees.check(
                MYSQL,
                "create table t ((select 1) union (select 2))",
                "CREATE TABLE t AS ((select 1) union (select 2))");
        Trees.check(
                MARIADB,
                "create or replace table t (a int) page_checksum=1 foo=bar as values (1)",
                "CREATE OR REPLACE TABLE t (a int) PAGE_CHECKSUM = 1 FOO = bar AS values (1)");
        Trees.check(
                MYSQL,
                "create table t (a int) /*!50100 partition by range (a) subpartition by hash (a) (partition p0 values"
                        + " less than (1) engine=innodb, partition p1 values less than maxvalue) */",
                "CREATE TABLE t (a int) PARTITION BY RANGE (a) subpartition by hash (a) (partition p0 values less than"
                        + " (1) engine=innodb, partition p1 values less than maxvalue)");
        Trees.check(
                MYSQL,
                "create table t (a int) partition by linear key algorithm=2 (a) partitions 4",
                "CREATE TABLE t (a int) PARTITION BY LINEAR KEY ALGORITHM = 2 (a) partitions 4");
        Trees.check(
                MARIADB,
                "create table t (a int) with system versioning partition by system_time interval 1 month (partition p0"
                        + " history, partition p1 current)",
                "CREATE TABLE t (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME interval 1 month (partition p0"
                        + " history, partition p1 current)");
        Trees.check(
                MYSQL,
                "create table `select` (`key` int, `a``b` int, `1` int, `\u00e9` int)",
                "CREATE TABLE `select` (`key` int, `a``b` int, `1` int, `\u00e9` int)");
    }
}
