package dev.godwit.sqlite;

import dev.godwit.core.lint.RuleFixtures;
import dev.godwit.core.lint.RulePages;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SqliteRulesTest {
    @TestFactory
    Stream<DynamicTest> findOnlyWhatTheFixturesMark() {
        return RuleFixtures.of(new SqliteEngine());
    }

    @TestFactory
    Stream<DynamicTest> thePagesOfItsOwnRulesShowWhatTheyFind() {
        return RulePages.of(new SqliteEngine(), rule -> rule.products().equals(Set.of("sqlite")));
    }
}
