package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of statements of MySQL and MariaDB that are not written from their tree. */
final class MysqlOutlineTest {
    @Test
    void readsTheClausesOfQueriesAndInserts() {
        dml("select a from t join u using (b) where c limit 5", "SELECT", "FROM JOIN WHERE LIMIT");
        dml("(select 1) union (select 2) limit 1", "SELECT", "LIMIT SUBQUERY");
        dml("with c as (select 1) select * from c", "WITH", "FROM SUBQUERY");
        dml("insert into t values (1), (2)", "INSERT t", "VALUES");
        dml("insert into t (a) values ((select 1))", "INSERT t", "VALUES SUBQUERY");
        dml("insert t set a = 1", "INSERT t", "VALUES");
        dml(
                "insert into t (a) select a from u where b on duplicate key update a = 1",
                "INSERT t",
                "FROM WHERE ON_CONFLICT SELECT");
        dml(
                "insert into t (select 1) on duplicate key update a = values(a)",
                "INSERT t",
                "ON_CONFLICT SELECT SUBQUERY");
        dml("replace into d.t partition (p) (a) values (1)", "REPLACE d.t", "VALUES");
        dml("load data local infile 'x' ignore into table t", "LOAD t", "");
        dml("call d.p(1)", "CALL d.p", "");
        assertThat(dml(MARIADB, "insert into t values (1) returning a").clauses())
                .containsExactlyInAnyOrder(Clause.VALUES, Clause.RETURNING);
    }

    @Test
    void readsWhatAnUpdateSetsAndWhere() {
        Dml update = dml(
                MYSQL, "update low_priority t set a = (select 1), t.b = c + 1 where d in (1, 2) order by e limit 3");
        assertThat(told(update)).isEqualTo("UPDATE t");
        assertThat(update.clauses()).containsExactlyInAnyOrder(Clause.SUBQUERY, Clause.WHERE, Clause.LIMIT);
        assertThat(update.columns()).extracting(Identifier::name).containsExactly("a", "b");
        assertThat(update.where()).map(Expression::text).contains("d in (1, 2)");
        dml("update t, u set t.a = u.a", "UPDATE t", "FROM");
        dml("update t left join u on t.a = u.a set t.a = 1 where u.a is null", "UPDATE t", "JOIN WHERE");
        dml("with c as (select 1) update t set a = 1", "UPDATE t", "SUBQUERY");
    }

    @Test
    void readsWhatADeleteDeletesAndWhere() {
        Dml delete = dml(MYSQL, "delete quick from t as x where x.a = 1 limit 3");
        assertThat(delete.where()).map(Expression::text).contains("x.a = 1");
        assertThat(delete.columns()).isEmpty();
        dml("delete from t", "DELETE t", "");
        dml("delete t from t join u on t.a = u.a", "DELETE t", "FROM JOIN");
        dml("delete from t, u using t, u where t.a = u.a", "DELETE t", "FROM WHERE");
    }

    @Test
    void sharesTheClausesOfEqualStatements() {
        List<Statement> inserts = Splits.statements(MYSQL, "insert into t values (1); insert into t values (2)");
        assertThat(((Dml) inserts.getFirst()).clauses()).isSameAs(((Dml) inserts.getLast()).clauses());
        assertThat(((Dml) inserts.getFirst()).target()).isSameAs(((Dml) inserts.getLast()).target());
    }

    @Test
    void findsTheStatementsOfABlock() {
        assertThat(block("""
            begin not atomic
              declare x int default 1;
              declare continue handler for sqlexception, not found begin end;
              if x = case when 1 then 1 end then create table t (a int); elseif 1 then drop table u;
              else l: loop alter table t add b int; leave l; end loop; end if;
              case x when 1 then select 1; else do 0; end case;
              while 0 do call p; end while;
              repeat set x = 2; until x end repeat;
              for r in (select 1) do truncate t; end for;
              execute immediate 'drop table v';
              execute immediate concat('drop', ' table v');
            end\
            """))
                .isEqualTo("create table t (a int)|drop table u|alter table t add b int|select 1|do 0|call p|set x ="
                        + " 2|truncate t|drop table v, 1 unknown");
    }

    @Test
    void findsTheStatementThatSettingsAreFor() {
        assertThat(block("set statement max_statement_time = 1, a = (2) for alter table t add b int"))
                .isEqualTo("alter table t add b int, 0 unknown");
    }

    @Test
    void readsMaintenance() {
        maintenance(MYSQL, "lock tables a read local, b as c low_priority write", "LOCK [a, b] [READ LOCAL, WRITE]");
        maintenance(MARIADB, "lock table a write concurrent wait 5", "LOCK [a] [WRITE CONCURRENT, WAIT 5]");
        maintenance(MYSQL, "lock instance for backup", "LOCK [] [INSTANCE FOR BACKUP]");
        maintenance(MYSQL, "check table a, b for upgrade quick", "CHECK [a, b] [FOR UPGRADE, QUICK]");
        maintenance(MYSQL, "analyze local table a update histogram on b", "ANALYZE [a] [LOCAL, HISTOGRAM]");
        maintenance(MARIADB, "analyze table a persistent for columns (b) indexes all, c", "ANALYZE [a, c] []");
        maintenance(MYSQL, "flush tables a with read lock", "FLUSH [a] [WITH, READ, LOCK]");
    }

    @Test
    void readsPrivileges() {
        privileges(
                "grant select (a, b), insert on table d.t to u, 'v'@'%' with grant option",
                "GRANT TABLE [SELECT (a, b), INSERT] [d.t] [u, 'v'@'%']");
        privileges("grant all on *.* to u", "GRANT GLOBAL [ALL] [] [u]");
        privileges("grant execute on d.* to u", "GRANT DATABASE [EXECUTE] [d] [u]");
        privileges("grant Reader, 'r s'@'%' to u", "GRANT ROLE [Reader, r s] [] [u]");
        privileges("grant event, process on *.* to u", "GRANT GLOBAL [EVENT, PROCESS] [] [u]");
        privileges("revoke all privileges, grant option from u", "REVOKE GLOBAL [ALL PRIVILEGES, GRANT OPTION] [] [u]");
    }

    @Test
    void readsRoutinesTriggersAndEvents() {
        assertThat(Trees.read(MYSQL, "create definer=a@b function f(a int) returns int no sql return a"))
                .isInstanceOfSatisfying(CreateRoutine.class, routine -> {
                    assertThat(routine.arguments()).map(Expression::text).contains("a int");
                    assertThat(routine.returns()).map(Expression::text).contains("int");
                    assertThat(routine.characteristics())
                            .extracting(Option::name)
                            .containsExactly("DEFINER", "NO SQL");
                    assertThat(routine.body()).contains(new SourceSpan(56, 64));
                });
        assertThat(Trees.read(MYSQL, "create trigger t after delete on d.x for each row follows u set @a = 1"))
                .isInstanceOfSatisfying(CreateTrigger.class, trigger -> {
                    assertThat(trigger.timing()).isEqualTo("AFTER");
                    assertThat(trigger.events()).containsExactly("DELETE");
                    assertThat(trigger.names()).hasToString("[t, d.x]");
                });
        assertThat(Trees.read(MYSQL, "create event e on schedule every 1 day starts now() disable do select 1"))
                .isInstanceOfSatisfying(CreateRoutine.class, event -> {
                    assertThat(event.kind()).isEqualTo("EVENT");
                    assertThat(event.characteristics())
                            .extracting(Option::name)
                            .containsExactly("ON SCHEDULE", "DISABLE");
                });
    }

    @Test
    void passesOverCommentsThatAreNotForMariadb() {
        String sql = "create database d /*!80016 default encryption='N' */";
        assertThat(Trees.read(MARIADB, sql)).isInstanceOf(OtherDefinition.class);
        assertThat(Trees.printed(MARIADB, "create table t (a int /*!50699 not null */ /*!80023 invisible */)"))
                .isEqualTo("CREATE TABLE t (a int NOT NULL)");
        assertThat(Trees.printed(MYSQL, "create table t (a int /*!50699 not null */ /*!80023 invisible */)"))
                .isEqualTo("CREATE TABLE t (a int NOT NULL INVISIBLE)");
    }

    private static Dml dml(Dialect dialect, String sql) {
        return (Dml) Trees.read(dialect, sql);
    }

    private static void dml(String sql, String told, String clauses) {
        Dml dml = dml(MYSQL, sql);
        Set<Clause> expected = Stream.of(clauses.split(" ", -1))
                .filter(clause -> !clause.isEmpty())
                .map(Clause::valueOf)
                .collect(Collectors.toSet());
        assertThat(told(dml)).as(sql).isEqualTo(told);
        assertThat(dml.clauses()).as(sql).isEqualTo(expected);
    }

    private static String told(Dml dml) {
        return dml.verb() + dml.target().map(target -> " " + target).orElse("");
    }

    private static String block(String sql) {
        CodeBlock block = (CodeBlock) Trees.read(MARIADB, sql);
        SqlSource source = Splits.source(sql);
        return block.statements().stream()
                        .map(statement -> source.text(statement.span()))
                        .collect(Collectors.joining("|"))
                + ", " + block.dynamic() + " unknown";
    }

    private static void maintenance(Dialect dialect, String sql, String expected) {
        Maintenance maintenance = (Maintenance) Trees.read(dialect, sql);
        assertThat(maintenance.verb() + " " + maintenance.names() + " " + maintenance.options())
                .as(sql)
                .isEqualTo(expected);
    }

    private static void privileges(String sql, String expected) {
        Privileges privileges = (Privileges) Trees.read(MYSQL, sql);
        assertThat("%s %s %s %s %s"
                        .formatted(
                                privileges.verb(),
                                privileges.kind(),
                                privileges.privileges(),
                                privileges.objects(),
                                privileges.grantees()))
                .as(sql)
                .isEqualTo(expected);
    }
}
