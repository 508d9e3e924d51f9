package dev.godwit.sql;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A megabyte of anything neither overflows the stack nor takes more than a moment. */
final class ParserTimeTest {
    private static final int SIZE = 1 << 20;
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Map<String, Supplier<String>> NASTY = Map.ofEntries(
            Map.entry("parentheses", () -> full("(")),
            Map.entry("tables within tables", () -> full("CREATE TABLE t (")),
            Map.entry("cases", () -> full("CASE WHEN ")),
            Map.entry("comments within comments", () -> full("/*")),
            Map.entry("quotes", () -> full("'")),
            Map.entry("dollar quotes within dollar quotes", ParserTimeTest::nestedDollarQuotes),
            Map.entry("brackets", () -> "SELECT " + full("[")),
            Map.entry("expressions", () -> "ALTER TABLE t ADD CHECK " + full("(")),
            Map.entry("casts", () -> "CREATE TABLE t (a int DEFAULT " + full("CAST(")),
            Map.entry("queries", () -> "CREATE VIEW v AS " + full("SELECT (")),
            Map.entry("columns", () -> "CREATE TABLE t (" + full("a int,")),
            Map.entry("column attributes", () -> "CREATE TABLE t (a int " + full("NOT NULL ")),
            Map.entry("column types", () -> "CREATE TABLE t (a " + full("b ")),
            Map.entry("arrays", () -> "CREATE TABLE t (a int" + full("[]")),
            Map.entry("actions", () -> "ALTER TABLE t " + full("ADD a int,")),
            Map.entry("renamings", () -> "ALTER TABLE t " + full("RENAME a TO b, ")),
            Map.entry("options", () -> "CREATE TABLE t (a int) WITH (" + full("a=1,")),
            Map.entry("table options", () -> "CREATE TABLE t (a int) " + full("ENGINE=x ")),
            Map.entry(
                    "partitions",
                    () -> "CREATE TABLE t (a int) PARTITION BY RANGE (a) ("
                            + full("PARTITION p VALUES LESS THAN (1),")),
            Map.entry("names", () -> "DROP TABLE " + full("a.")),
            Map.entry("dropped", () -> "DROP TABLE " + full("a, ")),
            Map.entry("privileges", () -> "GRANT " + full("SELECT, ")),
            Map.entry("keys", () -> "CREATE INDEX i ON t (" + full("a DESC,")),
            Map.entry("labels", () -> "CREATE TYPE t AS ENUM (" + full("'a',")),
            Map.entry("blocks", () -> "DO $$ " + full("BEGIN ") + "$$"),
            Map.entry("programs", () -> "CREATE PROCEDURE p() " + full("BEGIN ")),
            Map.entry("blocks within code", () -> full("DO $a$ BEGIN EXECUTE 'DO ''x'''; END $a$;")),
            Map.entry("rows", () -> "INSERT INTO t VALUES " + full("(1,2),")),
            Map.entry("version comments", () -> full("/*!50000 ")),
            Map.entry("statements", () -> full("ALTER TABLE t ADD a int;")));

    private static String full(String piece) {
        return piece.repeat(SIZE / piece.length());
    }

    private static String nestedDollarQuotes() {
        return "DO "
                + IntStream.range(0, SIZE / 10)
                        .mapToObj(i -> "$q" + i + "$ DO ")
                        .collect(Collectors.joining());
    }

    @TestFactory
    Stream<DynamicTest> readsAMegabyteInAMoment() {
        return Splits.ALL.stream()
                .flatMap(dialect -> NASTY.entrySet().stream()
                        .map(nasty -> DynamicTest.dynamicTest(
                                dialect.name() + " " + nasty.getKey(),
                                () -> read(dialect, nasty.getValue().get()))));
    }

    private static void read(Dialect dialect, String text) {
        SqlSource source = Splits.source(text);
        assertTimeout(BOUND, () -> {
            Script script = dialect.split(source, source.whole());
            script.statements().stream().limit(2).forEach(statement -> dialect.print(source, statement));
            dialect.statement(source, source.whole());
        });
    }
}
