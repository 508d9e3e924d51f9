package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.migration.MigrationFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is to be looked at.
 *
 * @param scripts in the order in which they are run, on top of what the server has; ways back stand behind all others, newest first
 * @param folder the folder that they are from
 * @param live what the server says, where one is asked
 */
public record LintInput(List<LintScript> scripts, Optional<MigrationFolder> folder, Optional<Catalog> live) {
    public LintInput {
        scripts = List.copyOf(scripts);
    }

    /** Takes scripts of which nothing else is known. */
    public static LintInput of(List<LintScript> scripts) {
        return new LintInput(scripts, Optional.empty(), Optional.empty());
    }

    /** Returns the same with only those scripts judged whose file, as it is shown, is meant. */
    public LintInput judging(Predicate<String> file) {
        return new LintInput(
                scripts.stream()
                        .map(script -> file.test(script.text().source().name()) ? script : script.asHistory())
                        .toList(),
                folder,
                live);
    }

    /** Reads everything. */
    FolderContext read(LintProduct product, Map<RuleId, Map<String, String>> options) {
        var context = new FolderContext(product.version(), new DialectWriter(product.dialect()), folder, live, options);
        var reading = new FileReading(product, context, live.orElseGet(() -> Catalog.unknown(product.conventions())));
        scripts.forEach(reading::read);
        return context;
    }
}
