package dev.godwit.sqlite;

import dev.godwit.core.lint.RuleFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SqliteRulesTest {
    @TestFactory
    Stream<DynamicTest> findOnlyWhatTheFixturesMark() {
        return RuleFixtures.of(new SqliteEngine());
    }
}
