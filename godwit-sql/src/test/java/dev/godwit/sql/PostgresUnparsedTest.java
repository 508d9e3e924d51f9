package dev.godwit.sql;

import static dev.godwit.sql.Splits.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.Unparsed;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What does not follow the grammar, and what is said of it. */
final class PostgresUnparsedTest {
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final int MANY = 200_000;

    @Test
    void saysWhatWasExpected() {
        check("ALTER TABLE t", "it ends where what is to be altered was expected");
        check("ALTER TABLE t ADD", "it ends where a column was expected");
        check("ALTER TABLE t ADD a int b", "\"b\" was not expected");
        check("ALTER TABLE t DROP CONSTRAINT c ALTER TABLE u", "\"ALTER\" was not expected");
        check("ALTER TABLE t ALTER a TYPE", "it ends where a type was expected");
        check("ALTER TABLE t ADD CONSTRAINT c", "it ends where a constraint was expected");
        check("ALTER TABLE t ALTER CONSTRAINT c", "it ends where what changes at the constraint was expected");
        check(
                "ALTER DOMAIN d ADD CHECK (VALUE > 0) DEFERRABLE",
                "such a constraint of a domain cannot be said to be so checked");
        check("ALTER DOMAIN d ADD NOT NULL NOT VALID", "such a constraint of a domain cannot be said to be so checked");
        check(
                "CREATE OR REPLACE CONSTRAINT TRIGGER c AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
                "a constraint trigger cannot be replaced");
        check("ALTER TABLE t SET NOT NULL", "WITHOUT was expected, not \"NOT\"");
        check("CREATE TABLE t", "it ends where \"(\" was expected");
        check("CREATE TABLE t (a int,)", "a column was expected, not \")\"");
        check("CREATE TABLE t (a int, , b int)", "a column was expected, not \",\"");
        check("CREATE TABLE t (a)", "the column \"a\" has no type");
        check("CREATE TABLE t (a int PRIMARY)", "KEY was expected, not \")\"");
        check("CREATE TABLE t (a int DEFAULT NOT NULL)", "a value was expected, not \"NOT\"");
        check("CREATE TABLE t (a int CHECK ())", "a condition in the parentheses was expected, not \")\"");
        check("CREATE TABLE user (a int)", "a table was expected, not \"user\"");
        check("CREATE TABLE t (select int)", "a column was expected, not \"select\"");
        check("CREATE TABLE t (a int) ENGINE=InnoDB", "\"ENGINE\" was not expected");
        check("CREATE TABLE t (a int AUTO_INCREMENT)", "\")\" was expected, not \"AUTO_INCREMENT\"");
        check("CREATE INDEX i ON t", "it ends where \"(\" was expected");
        check("CREATE INDEX i t (a)", "ON was expected, not \"t\"");
        check("DROP INDEX i ON t", "\"ON\" was not expected");
        check("DROP TABLE", "it ends where a name was expected");
        check("DROP TABLE a b", "\"b\" was not expected");
        check("UPDATE t SET", "it ends where a column was expected");
        check("DELETE t", "FROM was expected, not \"t\"");
        check("INSERT t VALUES (1)", "INTO was expected, not \"t\"");
        check("EXPLAIN EXPLAIN SELECT 1", "\"EXPLAIN\" was not expected");
        check("SET x", "it ends where TO was expected");
        check("SET x TO", "it ends where a value was expected");
        check("BEGIN WORK x", "a transaction mode was expected, not \"x\"");
        check("GRANT SELECT ON t FROM x", "TO was expected, not \"FROM\"");
        check("COMMENT ON TABLE t", "it ends where IS was expected");
        check("GRANT x TO y z", "\"z\" was not expected");
        check("ALTER TYPE t VALUE 'x'", "what is to be altered was expected, not \"VALUE\"");
        check("CREATE SCHEMA s CREATE TABLE t (a)", "the column \"a\" has no type");
        check("(CREATE TABLE t (a int))", "no statement of PostgreSQL begins with \"(CREATE\"");
        check("ALTER FOO x", "ALTER FOO is no definition that is known here");
        check("CREATE " + "x".repeat(50) + " y", "CREATE is no definition that is known here");
    }

    @Test
    void refusesRolesThatLookLikeKeywords() {
        check(
                "ALTER TABLE t OWNER TO \"current_user\"",
                "a role that is called \"current_user\" looks like the keyword");
    }

    @Test
    void readsDeepNestingInLinearTimeAndWithoutAStack() {
        String deep = "(".repeat(MANY) + "1" + ")".repeat(MANY);
        Assertions.assertTimeoutPreemptively(AT_MOST, () -> {
            assertThat(Trees.read(POSTGRES, "SELECT " + deep)).isInstanceOf(Statement.Dml.class);
            assertThat(Trees.read(POSTGRES, "(".repeat(MANY) + "SELECT 1" + ")".repeat(MANY)))
                    .isInstanceOf(Statement.Dml.class);
            assertThat(Trees.read(POSTGRES, "CREATE TABLE t (a int DEFAULT " + deep + " CHECK " + deep + ")"))
                    .isInstanceOf(CreateTable.class);
            assertThat(Trees.read(POSTGRES, "CREATE INDEX ON t (" + deep + ")"))
                    .isInstanceOf(Statement.CreateIndex.class);
            assertThat(Trees.read(POSTGRES, "ALTER TABLE t ALTER a TYPE int USING " + deep))
                    .isInstanceOf(AlterTable.class);
            assertThat(Trees.read(POSTGRES, "EXPLAIN ".repeat(MANY) + "SELECT 1"))
                    .isInstanceOf(Unparsed.class);
            assertThat(Trees.read(POSTGRES, "ALTER TABLE t ADD a int" + "[]".repeat(MANY)))
                    .isInstanceOf(AlterTable.class);
        });
    }

    @Test
    void givesUpOnBlocksInBlocks() {
        String nested = "ALTER TABLE t ADD a int";
        for (int i = 0; i < 20; i++) {
            nested = "DO $a%d$ BEGIN EXECUTE $b%d$%s$b%d$; END $a%d$".formatted(i, i, nested, i, i);
        }
        assertThat(Trees.read(POSTGRES, nested)).isInstanceOf(Statement.CodeBlock.class);
    }

    private static void check(String sql, String why) {
        Statement statement = Trees.read(POSTGRES, sql);
        assertThat(statement).as(sql).isInstanceOf(Unparsed.class);
        assertThat(((Unparsed) statement).why()).as(sql).isEqualTo(why);
        assertThat(statement.span()).isEqualTo(Splits.source(sql).whole());
    }
}
