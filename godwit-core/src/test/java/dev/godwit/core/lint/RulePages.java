package dev.godwit.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.engine.Engine;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Looks at the pages of rules, {@code docs/rules/<rule>.md}: each rule has one, and the SQL on it is what it says. Each block of SQL is a migration, one
 * after the other; the last one under "Problem" must be found by the rule, and nothing under "Safer way".
 */
public final class RulePages {
    private static final Path FOLDER = Path.of("../docs/rules");
    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final List<String> PARTS =
            List.of("## Problem", "## Safer way", "## What Godwit does", "## When to ignore it");

    private final Engine engine;

    private RulePages(Engine engine) {
        this.engine = engine;
    }

    /** Makes a test of the page of each rule of the engine that fits. */
    public static Stream<DynamicTest> of(Engine engine, Predicate<RuleInfo> which) {
        var pages = new RulePages(engine);
        return engine.lintProduct(engine.versions().newest()).rules().stream()
                .filter(rule -> which.test(rule.info()))
                .map(rule -> DynamicTest.dynamicTest(rule.info().id().value(), () -> pages.check(rule)));
    }

    private void check(Rule rule) {
        Path page = FOLDER.resolve(rule.info().id() + ".md");
        assertThat(page).exists();
        String text = read(page);
        assertThat(text).startsWith("# " + rule.info().id() + "\n").containsSubsequence(PARTS);
        List<String> problem = blocks(between(text, PARTS.get(0), PARTS.get(1)));
        List<String> safe = blocks(between(text, PARTS.get(1), PARTS.get(2)));
        if (!problem.isEmpty()) {
            assertThat(findings(rule, problem))
                    .as("what the rule finds under Problem")
                    .contains(problem.size() - 1);
            List<String> safeHistory = new ArrayList<>(problem.subList(0, problem.size() - 1));
            int first = safeHistory.size();
            safeHistory.addAll(safe);
            assertThat(findings(rule, safeHistory))
                    .as("what the rule finds under Safer way")
                    .noneMatch(file -> file >= first);
        }
    }

    /** Returns the places of the migrations in which the rule finds something. */
    private List<Integer> findings(Rule rule, List<String> history) {
        List<LintScript> scripts = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            scripts.add(LintScript.up(migration(i + ".sql", history.get(i))));
        }
        LintProduct product = engine.lintProduct(engine.versions().newest());
        var input = new LintInput(scripts, Optional.empty(), Optional.empty());
        return new Linter(product, LintSettings.defaults(java.util.Set::of))
                .hits(input, List.of(rule)).stream()
                        .filter(hit -> hit.rule().equals(rule.info()))
                        .flatMap(hit -> hit.found().in().stream())
                        .map(file -> Integer.valueOf(file.name().replace(".sql", "")))
                        .toList();
    }

    private static Migration migration(String name, String sql) {
        SqlSource source = SqlSource.of(name, sql);
        return new Migration(
                new MigrationId(name),
                "",
                Migration.Kind.VERSIONED,
                name,
                "",
                TransactionMode.AUTOMATIC,
                () -> ScriptText.whole(source),
                Optional.empty());
    }

    private static String between(String text, String start, String end) {
        return text.substring(text.indexOf(start), text.indexOf(end));
    }

    private static List<String> blocks(String part) {
        Matcher block = BLOCK.matcher(part);
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
