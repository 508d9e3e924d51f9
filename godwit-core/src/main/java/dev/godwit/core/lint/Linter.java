package dev.godwit.core.lint;

import dev.godwit.core.lint.RuleRun.Hit;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.MigrationFolder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges files by rules.
 *
 * <p>Ways back are judged too, by the rules about them and by those that find what the server refuses: a way back is run in need, when a lock
 * is the lesser evil, but it must be there, work and lose nothing.
 */
public final class Linter {
    private final LintProduct product;
    private final LintSettings settings;

    /** Makes one. */
    public Linter(LintProduct product, LintSettings settings) {
        this.product = product;
        this.settings = settings;
    }

    /**
     * Looks at everything.
     *
     * @throws InvalidMigrationException if a file is no SQL at all
     */
    public LintReport lint(LintInput input) {
        List<Rule> rules = product.rules().stream()
                .filter(rule -> settings.isOnAnywhere(rule.info()))
                .toList();
        FolderContext folder = input.read(product, settings.options());
        Suppressions suppressions = suppressions(input, folder, rules);
        List<Hit> hits = suppressions.apply(RuleRun.of(rules, folder));
        FindingMaker maker = new FindingMaker(settings, new Sizes(input.live()));
        Map<String, Integer> order = order(folder);
        List<Finding> findings = hits.stream()
                .flatMap(hit -> maker.of(hit).stream())
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> order.getOrDefault(finding.file(), Integer.MAX_VALUE))
                        .thenComparingInt(finding -> finding.place()
                                .map(place -> place.mark().start())
                                .orElse(0)))
                .toList();
        List<FileContext> judged =
                folder.files().stream().filter(FileContext::isJudged).toList();
        int statements =
                judged.stream().mapToInt(file -> file.statements().size()).sum();
        return new LintReport(
                product.version(),
                judged.stream().map(FileContext::name).distinct().toList(),
                statements,
                findings,
                suppressions.suppressed(),
                input.folder().map(MigrationFolder::problems).orElse(List.of()),
                input.folder().map(MigrationFolder::notes).orElse(List.of()));
    }

    /** Returns what those rules say, less what comments allow. */
    List<Hit> hits(LintInput input, List<Rule> rules) {
        FolderContext folder = input.read(product, settings.options());
        return suppressions(input, folder, rules).apply(RuleRun.of(rules, folder));
    }

    private Suppressions suppressions(LintInput input, FolderContext folder, List<Rule> rules) {
        return new Suppressions(settings, ids(rules), Suppressions.read(input.scripts(), folder, product));
    }

    private static Set<String> ids(List<Rule> rules) {
        return rules.stream().map(rule -> rule.info().id().value()).collect(Collectors.toSet());
    }

    private static Map<String, Integer> order(FolderContext folder) {
        Map<String, Integer> order = new HashMap<>();
        for (FileContext file : folder.files()) {
            order.putIfAbsent(file.name(), order.size());
        }
        return order;
    }
}
