package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.command.RuleCatalogue.Listed;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule has a page, fixtures and a place in the list, and nothing else has. */
final class RulePagesTest {
    private static final Path PAGES = Path.of("../docs/rules");
    private static final Path INDEX = PAGES.resolve("README.md");
    private static final List<Listed> RULES = RuleCatalogue.all(Products.engines());

    private static Set<String> ids() {
        return RULES.stream().map(rule -> rule.info().id().value()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleHasAPageAndEveryPageARule() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            Set<String> names = pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).isEqualTo(ids());
        }
    }

    @Test
    void everyPageHasItsPartsInOrder() throws IOException {
        for (String id : ids()) {
            if (Files.notExists(PAGES.resolve(id + ".md"))) {
                continue; // everyRuleHasAPageAndEveryPageARule tells of it
            }
            String page = Files.readString(PAGES.resolve(id + ".md"));
            assertThat(page).as(id).startsWith("# " + id + "\n");
            assertThat(page.lines().filter(line -> line.startsWith("## ")))
                    .as(id)
                    .containsExactly("## Problem", "## Safer way", "## What Godwit does", "## When to ignore it");
        }
    }

    @Test
    void everyRuleHasFixtures() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Listed rule : RULES) {
            if (fixtures(rule).isEmpty()) {
                missing.add(rule.info().id().value());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> fixtures(Listed rule) throws IOException {
        Path folder = Path.of("src/test/resources/rules", rule.info().id().value());
        List<Path> found = new java.util.ArrayList<>();
        for (String module : List.of("godwit-postgres", "godwit-mysql", "godwit-sqlite")) {
            Path files = Path.of("..", module).resolve(folder);
            if (Files.isDirectory(files)) {
                try (Stream<Path> list = Files.list(files)) {
                    list.forEach(found::add);
                }
            }
        }
        return found;
    }

    @Test
    void everyFixtureFolderHasARule() throws IOException {
        Set<String> strangers = new TreeSet<>();
        for (String module : List.of("godwit-postgres", "godwit-mysql", "godwit-sqlite")) {
            Path folder = Path.of("..", module, "src/test/resources/rules");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> list = Files.list(folder)) {
                    list.map(path -> path.getFileName().toString())
                            .filter(name -> !ids().contains(name))
                            .forEach(strangers::add);
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void noRuleIsNamedLikeACategory() {
        assertThat(ids())
                .doesNotContainAnyElementsOf(
                        Stream.of(Category.values()).map(Category::text).toList());
        assertThat(ids()).doesNotContain("all");
    }

    @Test
    void summariesAreOneLineWithoutAFullStop() {
        for (Listed rule : RULES) {
            assertThat(rule.info().summary())
                    .as(rule.info().id().value())
                    .hasSizeLessThanOrEqualTo(100)
                    .doesNotContain("\n")
                    .doesNotEndWith(".");
        }
    }

    /** Run with {@code -Dgodwit.docs.update} to write the index anew. */
    @Test
    void theIndexListsEveryRule() throws IOException {
        String wanted = index();
        if (System.getProperty("godwit.docs.update") != null) {
            Files.writeString(INDEX, wanted);
        }
        assertThat(Files.readString(INDEX)).isEqualTo(wanted);
    }

    private static String index() {
        var index = new StringBuilder("""
            # Rules

            What `godwit lint` finds; [lint.md](../lint.md) tells how to use it, allow and configure. `godwit explain RULE` prints a page.
            """);
        for (Category category : Category.values()) {
            List<Listed> rules = RULES.stream()
                    .filter(rule -> rule.info().category() == category)
                    .toList();
            if (!rules.isEmpty()) {
                index.append("\n## ")
                        .append(category.text())
                        .append("\n\n| rule | severity | products | finds |\n|---|---|---|---|\n");
                rules.forEach(rule -> index.append(row(rule)));
            }
        }
        return index.toString();
    }

    private static String row(Listed rule) {
        RuleInfo info = rule.info();
        String severity = info.severity().name().toLowerCase(Locale.ROOT)
                + (info.active() == RuleInfo.Active.ON_REQUEST ? ", on request" : "");
        String products =
                rule.products().size() == Products.engines().size() ? "all" : String.join(", ", rule.products());
        return "| [" + info.id() + "](" + info.id() + ".md) | " + severity + " | " + products + " | "
                + info.summary().replace("|", "\\|") + " |\n";
    }
}
