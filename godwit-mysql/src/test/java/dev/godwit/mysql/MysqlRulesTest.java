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
    /** Their pages hold the SQL of PostgreSQL, and are run there. */
    private static final Set<String> OF_POSTGRES_TOO = Set.of("drop-column-in-index", "lock-table-explicit");

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
                .filter(id -> !OF_POSTGRES_TOO.contains(id))
                .collect(Collectors.toSet());
        return RulePages.of(
                engine,
                rule -> rule.category() != Category.TOOL
                        && own.contains(rule.id().value()));
    }
}
