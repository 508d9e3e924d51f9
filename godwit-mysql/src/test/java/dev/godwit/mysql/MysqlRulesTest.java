package dev.godwit.mysql;

import dev.godwit.core.lint.RuleFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MysqlRulesTest {
    @TestFactory
    Stream<DynamicTest> findOnlyWhatTheFixturesMarkOnMysql() {
        return RuleFixtures.of(new MysqlEngine());
    }

    @TestFactory
    Stream<DynamicTest> findOnlyWhatTheFixturesMarkOnMariadb() {
        return RuleFixtures.of(new MariadbEngine());
    }
}
