package dev.godwit.mysql;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.RuleFixtures;
import dev.godwit.core.lint.RulePages;
import dev.godwit.mysql.lint.MysqlRules;
import java.util.Set;
import java.util.stream.Collectors;
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

    @TestFactory
    Stream<DynamicTest> haveAPageWhoseSqlIsWhatItSays() {
        var engine = new MysqlEngine();
        Set<String> own = MysqlRules.all(engine.effects()).stream()
                .map(rule -> rule.info().id().value())
                .collect(Collectors.toSet());
        return RulePages.of(
                engine,
                rule -> rule.category() != Category.TOOL
                        && own.contains(rule.id().value()));
    }
}
