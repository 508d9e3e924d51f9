package dev.godwit.it.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.engine.Engine;
import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.Level;
import dev.godwit.core.lint.LintInput;
import dev.godwit.core.lint.LintScript;
import dev.godwit.core.lint.LintSettings;
import dev.godwit.core.lint.LintSettings.Levels;
import dev.godwit.core.lint.Linter;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.it.TestDatabase;
import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks every rule, those on request too, about statements of every kind. */
final class RulesOnSamplesTest {
    private static final LintSettings EVERY_RULE =
            new LintSettings(new Levels(Map.of(), Map.of(), Optional.of(Level.INFO)), List.of(), Map.of(), Set::of);

    @ParameterizedTest
    @EnumSource
    void noRuleBreaksDown(TestDatabase.Product product) throws IOException {
        Engine engine = product.engine();
        List<String> statements = Samples.of(engine.dialect().name());
        List<LintScript> scripts = IntStream.range(0, statements.size())
                .mapToObj(i -> LintScript.loose(ScriptText.whole(SqlSource.of(i + ".sql", statements.get(i)))))
                .toList();
        Linter linter = new Linter(engine.lintProduct(engine.versions().newest()), EVERY_RULE);
        assertThat(linter.lint(LintInput.of(scripts)).findings())
                .isNotEmpty()
                .filteredOn(finding -> finding.rule().id().value().equals("rule-failed"))
                .extracting(Finding::happens, finding -> finding.place().map(Finding.Place::text))
                .isEmpty();
    }
}
