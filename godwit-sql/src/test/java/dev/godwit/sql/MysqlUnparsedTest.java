package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Unparsed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB would refuse, and the reason that is told. */
final class MysqlUnparsedTest {
    @Test
    void saysWhatIsWrongInATable() {
        refused(MYSQL, "create table t (a int,)", "a column is expected, not \")\"");
        refused(MYSQL, "create table t (a)", "a type is expected, not \")\"");
        refused(MYSQL, "create table t (a int default a)", "a default is expected, not \"a\"");
        refused(MYSQL, "create table t (a varchar)", "\"(\" is expected, not \")\"");
        refused(MYSQL, "create table t (a int(5, 2))", "INT has fewer arguments");
        refused(MYSQL, "create table t (a int not secondar)", "NULL is expected, not \"secondar\"");
        refused(MYSQL, "create table t (a int, foreign key (a))", "REFERENCES is expected, not \")\"");
        refused(MYSQL, "create table t (a int) engine", "a value of ENGINE is expected, not the end");
        refused(MYSQL, "create table t (a int) engine=innodb,", "an option of the table is expected, not the end");
        refused(MYSQL, "create table t (a int, select int)", "a column is expected, not \"select\"");
        refused(MYSQL, "create table t (a int) foo=1", "a query or the end is expected, not \"foo\"");
        refused(MYSQL, "create table a.b.c (a int)", "a table has no more than one qualifier");
        refused(MYSQL, "create table if not exists", "a table is expected, not the end");
        refused(
                MYSQL,
                "create or replace table t (a int)",
                "CREATE OR REPLACE table is no definition that is known here");
        refused(
                MARIADB,
                "create table t (a int as (b) not null, b int)",
                "a generated column of MariaDB has no such attribute");
        refused(MARIADB, "create table t (a int check (a > 0) not null)", "\")\" is expected, not \"not\"");
        refused(MARIADB, "create table t (a int check (a > 0) enforced)", "\")\" is expected, not \"enforced\"");
        refused(
                MARIADB,
                "create tablespace t add datafile 'x'",
                "CREATE tablespace is no definition that is known here");
        refused(MARIADB, "create table t (offset int)", "a column is expected, not \"offset\"");
    }

    @Test
    void saysWhatIsWrongInAnAlteration() {
        refused(MYSQL, "alter table t add", "a column is expected, not the end");
        refused(MYSQL, "alter table t drop column a b", "the end is expected, not \"b\"");
        refused(MYSQL, "alter table t algorithm=fast", "a kind of ALGORITHM is expected, not \"fast\"");
        refused(MYSQL, "alter table t add a int, partition by key (a)", "what to alter is expected, not \"partition\"");
        refused(MYSQL, "alter table t add partition partitions 2, add a int", "what to alter is expected, not \"add\"");
        refused(MYSQL, "alter table t add column if not exists a int", "a column is expected, not \"if\"");
        refused(MYSQL, "alter ignore table t add a int", "ALTER ignore is no definition that is known here");
        refused(MYSQL, "alter table t modify a int before b", "the end is expected, not \"before\"");
        refused(MARIADB, "alter table t drop check c", "a column is expected, not \"check\"");
        refused(MARIADB, "alter table t discard partition p tablespace", "TABLESPACE is expected, not \"partition\"");
    }

    @Test
    void saysWhatIsWrongElsewhere() {
        refused(
                MYSQL,
                "create temporary view v as select 1",
                "CREATE TEMPORARY view is no definition that is known here");
        refused(MYSQL, "create foo t", "CREATE foo is no definition that is known here");
        refused(MYSQL, "create definer=a table t (a int)", "CREATE table is no definition that is known here");
        refused(MYSQL, "create index i on t", "\"(\" is expected, not the end");
        refused(MYSQL, "create index on t (a)", "a name is expected, not \"on\"");
        refused(MYSQL, "drop index i", "ON is expected, not the end");
        refused(MYSQL, "drop package p", "DROP PACKAGE is no definition that is known here");
        refused(MYSQL, "drop temporary view v", "TABLE is expected behind DROP TEMPORARY");
        refused(MYSQL, "rename table a b", "TO is expected, not \"b\"");
        refused(MYSQL, "rename index a to b", "TABLE or USER is expected, not \"index\"");
        refused(MYSQL, "truncate t, u", "the end is expected, not \",\"");
        refused(MYSQL, "create view v as foo", "a query is expected, not \"foo\"");
        refused(MYSQL, "create view v as select (1", "\")\" is expected, not the end");
        refused(MYSQL, "create procedure p()", "a body is expected, not the end");
        refused(
                MYSQL,
                "create trigger t before truncate on t for each row set @a = 1",
                "INSERT, UPDATE or DELETE is expected, not \"truncate\"");
        refused(MYSQL, "create user u identified by password 'x'", "BY or WITH is expected, not \"by\"");
        refused(MYSQL, "grant select to u", "ON is expected, not \"to\"");
        refused(MYSQL, "grant select on t", "TO is expected, not the end");
        refused(MYSQL, "insert into t", "VALUES, SET or a query is expected, not the end");
        refused(MYSQL, "update t set a", "\"=\" is expected, not the end");
        refused(MYSQL, "delete t", "FROM is expected, not the end");
        refused(MYSQL, "select 1)", "the end is expected, not \")\"");
        refused(MYSQL, "set a", "\"=\" is expected, not the end");
        refused(MYSQL, "begin not atomic select 1; end", "no statement of MySQL begins with \"begin\"");
        refused(MYSQL, "commit now", "the end is expected, not \"now\"");
        refused(MYSQL, "lock tables t", "an alias, READ or WRITE is expected, not the end");
        refused(MYSQL, "flux", "no statement of MySQL begins with \"flux\"");
        refused(MYSQL, "(flux)", "no statement of MySQL begins with \"flux\"");
        refused(MARIADB, "create sequence s restart 5", "a new sequence cannot RESTART");
        refused(MARIADB, "drop index i on t lock=none", "the end is expected, not \"lock\"");
        refused(MARIADB, "table t", "SELECT is expected, not \"t\"");
    }

    @Test
    void readsNoHalfOfABlock() {
        String never = "the block that begins at line %s is never closed";
        refused(MARIADB, "begin not atomic create table t (a int);", never.formatted("1:1"));
        refused(MARIADB, "begin not atomic if a then select 1; end", never.formatted("1:1"));
        refused(MARIADB, "while a do select 1; end", "WHILE is expected, not the end");
        refused(MARIADB, "begin not atomic select 1; end; select 2", "the end is expected, not \"select\"");
        refused(MARIADB, "if a then select 1; end case", "IF is expected, not \"case\"");
        refused(MARIADB, "case a when 1 select 1; end case", "THEN is expected, not the end");
        delimited("begin not atomic select 1;//", never.formatted("2:1"));
        delimited("begin not atomic select 1 end;//", never.formatted("2:1"));
        delimited("create procedure p() begin select 1;\nif a then select 2; end//", never.formatted("2:22"));
        delimited("if a then select 1; end//", "IF is expected, not the end");
    }

    private static void delimited(String sql, String why) {
        assertThat(Splits.statements(MARIADB, "delimiter //\n" + sql + " select 3//"))
                .satisfiesExactly(
                        first -> assertThat(((Unparsed) first).why()).isEqualTo(why),
                        next -> assertThat(next).isInstanceOf(Dml.class));
    }

    @Test
    void stopsAtStatementsThatAreNestedTooDeeply() {
        String sql = "set statement a=1 for ".repeat(50) + "select 1";
        assertThat(innermost(Trees.read(MARIADB, sql)))
                .isInstanceOfSatisfying(
                        Unparsed.class, unparsed -> assertThat(unparsed.why()).isEqualTo("it is nested too deeply"));
    }

    @Test
    void readsAsDeepAsParenthesesGo() {
        String deep = "(".repeat(10_000) + "1" + ")".repeat(10_000);
        Trees.check(
                MYSQL, "create table t (a int default " + deep + ")", "CREATE TABLE t (a int DEFAULT " + deep + ")");
        refused(MYSQL, "create table t (a int default " + "(".repeat(10_000), "\")\" is expected, not the end");
    }

    private static Statement innermost(Statement statement) {
        return statement instanceof CodeBlock block
                ? innermost(List.copyOf(block.statements()).getLast())
                : statement;
    }

    private static void refused(Dialect dialect, String sql, String why) {
        assertThat(Trees.printed(dialect, sql)).as(sql).isEqualTo("unparsed: " + why);
    }
}
