package dev.godwit.postgres;

import dev.godwit.core.lint.RuleFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PostgresRulesTest {
    @TestFactory
    Stream<DynamicTest> findOnlyWhatTheFixturesMark() {
        return RuleFixtures.of(new PostgresEngine());
    }
}
