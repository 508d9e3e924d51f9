package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Unparsed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every input. {@code -Dgodwit.seed=…} repeats a failed run. */
final class SplitPropertyTest {
    private static final int ROUNDS = 6_000;
    private static final long SEED = Long.getLong("godwit.seed", System.nanoTime());

    static final List<String> DANGEROUS = List.of(
            "'",
            "''",
            "\"",
            "`",
            "``",
            "[",
            "]",
            "$",
            "$$",
            "$a$",
            "$a",
            "a$b$",
            "\\",
            "\\'",
            "\\.",
            "\n\\.\n",
            "\\g",
            "\\G",
            "\\N",
            "\\restrict x\n",
            "\\connect x\n",
            "(",
            ")",
            ";",
            ";;",
            "//",
            "--",
            "-- ",
            "-",
            "#",
            "/*",
            "*/",
            "/*!",
            "/*!50000",
            "/*M!",
            "/*+",
            "*",
            "/",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "\f",
            "\0",
            "\u00E9",
            "\uFEFF",
            "\uD83D\uDE00",
            "E'",
            "e'",
            "U&'",
            "U&\"",
            "N'",
            "B'",
            "x'",
            "1",
            "1a",
            "0x",
            ".",
            ",",
            ":",
            ":=",
            "=",
            "@",
            "@@",
            "CREATE ",
            "OR REPLACE ",
            "DEFINER=a@b ",
            "PROCEDURE p() ",
            "FUNCTION f() ",
            "TRIGGER t AFTER INSERT ON x FOR EACH ROW ",
            "TRIGGER t AFTER INSERT ON x ",
            "EVENT e DO ",
            "PACKAGE BODY p AS ",
            "BEGIN ",
            "BEGIN ATOMIC ",
            "BEGIN NOT ATOMIC ",
            "END",
            "END IF",
            "END CASE",
            " CASE ",
            " IF ",
            " LOOP ",
            " WHILE ",
            " REPEAT ",
            " FOR ",
            " THEN ",
            " ELSE ",
            " DO ",
            " UNTIL ",
            " AS ",
            " IS ",
            "HANDLER FOR ",
            "DELIMITER //\n",
            "delimiter $$\n",
            "DELIMITER ;\n",
            "DELIMITER x\n",
            "USE db\n",
            "source x\n",
            ".read x\n",
            "COPY t FROM stdin;\n",
            "COPY t (a) FROM STDIN",
            "1\t2\n",
            "SET standard_conforming_strings = off;",
            "SET sql_mode = 'NO_BACKSLASH_ESCAPES';",
            "SET sql_mode = 'ANSI';",
            "SELECT 1",
            "DROP TABLE a, b",
            "ALTER TYPE t ADD VALUE 'x'",
            "CREATE INDEX i ON t (a)",
            "GRANT ALL ON t TO x",
            "-- godwit:down\n");

    private static final List<String> REALISTIC = List.of(
            "CREATE TABLE a (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'it''s');\nINSERT INTO a VALUES (1, 'x;y');\n",
            "CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN NEW.a := ';'; RETURN NEW; END $body$ LANGUAGE plpgsql;\n",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN 1 THEN 2 END; END;\n",
            "COPY public.a (id, name) FROM stdin;\n1\tx\n2\t\\N\n\\.\n\nSELECT setval('s', 2, true);\n",
            "DELIMITER //\nCREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; END//\nDELIMITER ;\n",
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET id = CASE WHEN 1 THEN 2 END; END;\n",
            "/*!40101 SET NAMES utf8 */;\n/*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET @a = 1 */;\n");

    @Test
    void piecesOfSoupRebuildIt() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            check(soup(random).getBytes(StandardCharsets.UTF_8), random, SEED + round);
        }
    }

    @Test
    void piecesOfRandomBytesRebuildThem() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            check(bytes, random, SEED + round);
        }
    }

    @Test
    void piecesOfEditedStatementsRebuildThem() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.append(REALISTIC.get(random.nextInt(REALISTIC.size())));
            }
            for (int i = random.nextInt(5); i >= 0; i--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        Math.min(text.length(), at + random.nextInt(5)),
                        DANGEROUS.get(random.nextInt(DANGEROUS.size())));
            }
            check(text.toString().getBytes(StandardCharsets.UTF_8), random, SEED + round);
        }
    }

    private static String soup(Random random) {
        StringBuilder soup = new StringBuilder();
        for (int i = random.nextInt(25); i > 0; i--) {
            soup.append(DANGEROUS.get(random.nextInt(DANGEROUS.size())));
        }
        return soup.toString();
    }

    private static void check(byte[] bytes, Random random, long seed) {
        SqlSource source = SqlSource.of("soup", ByteBuffer.wrap(bytes));
        int start = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : 0;
        int end = random.nextInt(4) == 0 ? start + random.nextInt(bytes.length + 1 - start) : bytes.length;
        SourceSpan part = new SourceSpan(start, end);
        for (Dialect dialect : Splits.ALL) {
            String about = "%s, -Dgodwit.seed=%d, %s of <%s>"
                    .formatted(dialect.name(), seed, part, new String(bytes, StandardCharsets.UTF_8));
            rebuilds(dialect.split(source, part), about);
            readsAgain(dialect, source, dialect.split(source, part), about);
        }
    }

    private static void rebuilds(Script script, String about) {
        int at = script.part().start();
        for (SourceSpan span : Splits.covered(script)) {
            assertThat(span.start()).as(about).isGreaterThanOrEqualTo(at);
            assertThat(span.end()).as(about).isLessThanOrEqualTo(script.part().end());
            at = span.end();
        }
        for (Statement statement : script.statements()) {
            String text = script.source().text(statement.span());
            assertThat(text).as(about).isNotEmpty();
        }
    }

    private static void readsAgain(Dialect dialect, SqlSource source, Script script, String about) {
        // What is read by rules that an earlier statement set reads otherwise on its own.
        boolean ownRules = source.text(script.part()).matches("(?is).*(delimiter|sql_mode|standard_conforming).*");
        for (Statement statement : script.statements()) {
            dialect.names(source, statement);
            dialect.statement(source, statement.span());
            // MySQL reads two dashes as a comment only before white space or the end of the text.
            boolean dashes = source.text(statement.span()).endsWith("--");
            boolean skipped = ownRules || dashes || statement instanceof Unparsed || statement instanceof CopyFromStdin;
            if (!skipped) {
                assertThat(dialect.split(source, statement.span()).statements())
                        .as(about)
                        .containsExactly(statement);
            }
        }
        for (SourceSpan comment : dialect.comments(source, script.part())) {
            boolean within = script.statements().stream()
                    .anyMatch(statement -> statement.span().start() < comment.end()
                            && comment.start() < statement.span().end());
            assertThat(within).as(about).isFalse();
        }
    }
}
