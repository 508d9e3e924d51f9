package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.Unparsed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample is read to a node, and is the same after it was printed and read again. */
final class SampleStatementsTest {
    private static final int FLOOR = 60;

    @TestFactory
    Stream<DynamicTest> readsPrintsAndReadsAgain() {
        return Splits.ALL.stream().flatMap(dialect -> {
            List<String> samples = SampleStatements.of(dialect);
            assertThat(samples).hasSizeGreaterThan(FLOOR);
            return samples.stream()
                    .map(sql -> DynamicTest.dynamicTest(dialect.name() + " " + sql, () -> check(dialect, sql)));
        });
    }

    private static void check(Dialect dialect, String sql) {
        SqlSource source = SqlSource.of("sample", sql);
        Statement statement = Splits.only(dialect, sql);
        assertThat(statement).isNotInstanceOf(Unparsed.class);
        Trees.placesWithin(statement);
        String printed = dialect.print(source, statement);
        assertThat(Trees.spanless(Trees.read(dialect, printed)))
                .as("the tree of <%s>", printed)
                .isEqualTo(Trees.spanless(statement));
    }
}
