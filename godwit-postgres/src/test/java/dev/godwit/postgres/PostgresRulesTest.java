package dev.godwit.postgres;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.RuleFixtures;
import dev.godwit.core.lint.RulePages;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PostgresRulesTest {
    @TestFactory
    Stream<DynamicTest> findOnlyWhatTheFixturesMark() {
        return RuleFixtures.of(new PostgresEngine());
    }

    @TestFactory
    Stream<DynamicTest> haveAPageWhoseSqlIsWhatItSays() {
        return RulePages.of(new PostgresEngine(), rule -> rule.category() != Category.TOOL);
    }
}
