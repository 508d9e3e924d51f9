package dev.godwit.sql;

import static dev.godwit.sql.Splits.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.Dml;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finds the statements in the code of DO. */
final class PostgresCodeTest {
    @Test
    void findsStatementsWhereverTheyStand() {
        check(
                """
                DO LANGUAGE plpgsql $do$
                #variable_conflict use_column
                <<outer>>
                DECLARE
                    r record;
                    n int := (SELECT count(*) FROM t);
                BEGIN
                    -- DROP TABLE comment;
                    IF n > 0 AND CASE WHEN n > 1 THEN true ELSE false END THEN
                        ALTER TABLE a ADD b int;
                    ELSIF EXISTS (SELECT 1) THEN
                        CREATE INDEX i ON a (b);
                    ELSE
                        DROP TABLE c;
                    END IF;
                    CASE n WHEN 1 THEN TRUNCATE d; ELSE UPDATE e SET f = 1; END CASE;
                    FOR r IN SELECT g FROM h LOOP
                        DELETE FROM j;
                    END LOOP;
                    WHILE n < 5 LOOP n := n + 1; END LOOP;
                    LOOP EXIT WHEN n > 5; CONTINUE; END LOOP;
                    comment := 'x';
                    PERFORM k();
                    SELECT l INTO n FROM m;
                    RAISE NOTICE 'ALTER TABLE no ADD c int;';
                    NULL;
                    BEGIN
                        COMMENT ON TABLE o IS 'x';
                    EXCEPTION WHEN duplicate_object OR others THEN
                        GRANT SELECT ON p TO q;
                    END;
                    RETURN;
                END outer;
                $do$\
                """,
                0,
                "ALTER TABLE a ADD b int",
                "CREATE INDEX i ON a (b)",
                "DROP TABLE c",
                "TRUNCATE d",
                "UPDATE e SET f = 1",
                "SELECT g FROM h",
                "DELETE FROM j",
                "PERFORM k()",
                "SELECT l INTO n FROM m",
                "COMMENT ON TABLE o IS 'x'",
                "GRANT SELECT ON p TO q");
    }

    @Test
    void findsStatementsInPlainStrings() {
        check("DO $$ BEGIN EXECUTE 'DROP TABLE a'; END $$", 0, "DROP TABLE a");
        check("DO $$ BEGIN EXECUTE 'DROP TABLE a; DROP TABLE b'; END $$", 0, "DROP TABLE a", "DROP TABLE b");
        check("DO $$ BEGIN EXECUTE format('DROP TABLE a'); END $$", 0, "DROP TABLE a");
        check("DO $$ BEGIN EXECUTE $x$DROP TABLE a$x$ USING 1; END $$", 0, "DROP TABLE a");
        check(
                "DO $$ BEGIN FOR r IN EXECUTE 'SELECT 1' LOOP DROP TABLE a; END LOOP; END $$",
                0,
                "SELECT 1",
                "DROP TABLE a");
        check(
                "DO $$ BEGIN EXECUTE 'ALTER TYPE a ADD VALUE ''b'' AFTER ''c'''; END $$",
                0,
                "ALTER TYPE a ADD VALUE ''b'' AFTER ''c'");
    }

    @Test
    void findsStatementsInQuotedBodies() {
        check("DO 'BEGIN DROP TABLE a; END'", 0, "DROP TABLE a");
        check(
                "DO E'BEGIN\\n UPDATE t SET a = \\'x\\';\\n DROP TABLE a; END'",
                0,
                "UPDATE t SET a = \\'x\\",
                "DROP TABLE a");
        check("DO $$ BEGIN EXECUTE 'DO ''BEGIN DROP TABLE a; END'''; END $$", 0, "DO ''BEGIN DROP TABLE a; END'");
    }

    @Test
    void countsWhatIsBuilt() {
        check("DO $$ BEGIN EXECUTE 'DROP TABLE ' || a; EXECUTE format('DROP TABLE %I', b); EXECUTE c; END $$", 3);
        check("DO LANGUAGE plperl $$ spi_exec_query('DROP TABLE a') $$", 1);
    }

    @Test
    void readsTheValuesInStrings() {
        CodeBlock block = block("DO $$ BEGIN EXECUTE 'ALTER TYPE a ADD VALUE ''it''''s'''; END $$");
        Statement.AddEnumValue value =
                (Statement.AddEnumValue) block.statements().getFirst();
        assertThat(value.value()).isEqualTo("it's");
    }

    @Test
    void takesIntoForAVariable() {
        Dml dml = (Dml)
                block("DO $$ BEGIN SELECT a INTO b FROM t; END $$").statements().getFirst();
        assertThat(dml.clauses()).containsExactly(Dml.Clause.FROM);
    }

    @Test
    void saysWhatItCannotRead() {
        CodeBlock block = block("DO $$ BEGIN ALTER TABLE t ADD; END $$");
        assertThat(block.statements().getFirst()).isInstanceOf(Statement.Unparsed.class);
    }

    private static CodeBlock block(String sql) {
        return (CodeBlock) Trees.read(POSTGRES, sql);
    }

    private static void check(String sql, int dynamic, String... statements) {
        SqlSource source = Splits.source(sql);
        CodeBlock block = block(sql);
        List<String> texts = block.statements().stream()
                .map(statement -> source.text(statement.span()))
                .toList();
        assertThat(texts).as(sql).containsExactly(statements);
        assertThat(block.dynamic()).as(sql).isEqualTo(dynamic);
        assertThat(block.statements()).noneMatch(Statement.Unparsed.class::isInstance);
    }
}
