package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A lot of anything must not take more than a moment, where quadratic work would. */
final class SplitTimeTest {
    private static final int SIZE = 1 << 17;
    private static final Duration BOUND = Duration.ofSeconds(4);
    private static final List<String> NASTY = List.of(
            "(",
            ")",
            "'",
            "''",
            "\"",
            "$",
            "$$",
            "$a",
            "$a$",
            "$a$ ",
            "/*",
            "*/",
            "/*/",
            "/*!",
            "/*!5 ",
            "\\",
            "\\\n",
            "\\.\n",
            "-",
            "--",
            "--\n",
            "#",
            "[",
            "]",
            "`",
            ";",
            "a",
            "a ",
            "a.",
            "a,",
            "1",
            "@",
            ":",
            "BEGIN ",
            "BEGIN ATOMIC ",
            "CREATE ",
            "CASE ",
            "IF ",
            "END ",
            "END;",
            "BEGIN;",
            "E'' \n",
            "E'\\'",
            "U&'",
            "DELIMITER ;",
            "DELIMITER x\n",
            "USE a ",
            "USE;",
            "use a\n",
            "COPY t FROM stdin;",
            "COPY t FROM stdin;\n",
            "COPY t FROM stdin;\n\\.\n",
            "SET sql_mode=",
            "SET sql_mode='';",
            "DROP TABLE a,",
            "CREATE OR REPLACE ",
            "ALTER TABLE t ADD ",
            "GRANT ",
            "REINDEX (",
            "SELECT 'a';",
            "\0",
            "\n",
            "\r",
            "\uFEFF",
            "\u00E9");
    private static final List<String> BEGINS = List.of(
            "",
            "SELECT ",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC ",
            "CREATE PROCEDURE p() BEGIN ",
            "CREATE TRIGGER t AFTER INSERT ON x BEGIN ",
            "DROP TABLE ",
            "ALTER TABLE t ",
            "SET sql_mode = ",
            "COPY t FROM stdin;\n",
            "DELIMITER $a\n",
            "$x$ ",
            "/*! ",
            "DO '");

    @TestFactory
    Stream<DynamicTest> readsInLinearTime() {
        return Splits.ALL.stream()
                .flatMap(dialect -> NASTY.stream()
                        .map(nasty -> DynamicTest.dynamicTest(
                                dialect.name() + " " + nasty.strip(),
                                () -> assertTimeout(
                                        BOUND, () -> BEGINS.forEach(begin -> read(dialect, begin, nasty))))));
    }

    private static void read(Dialect dialect, String begin, String nasty) {
        SqlSource source = Splits.source(begin + nasty.repeat(SIZE / nasty.length()));
        Script script = dialect.split(source, source.whole());
        int last =
                Splits.covered(script).stream().mapToInt(SourceSpan::end).max().orElse(0);
        assertThat(last).isLessThanOrEqualTo(source.length());
        script.statements().stream().limit(2).forEach(statement -> {
            dialect.statement(source, statement.span());
            dialect.names(source, statement);
        });
    }
}
