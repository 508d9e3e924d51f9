package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.MigrationFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is looked at.
 *
 * @param files in the order in which they are run, down scripts behind all others
 * @param folder the folder; empty where loose files are looked at
 * @param live what the server said, where one was asked
 * @param options settings of rules from the configuration, by rule and name
 */
public record FolderContext(
        ServerVersion version,
        SqlWriter writer,
        List<FileContext> files,
        Optional<MigrationFolder> folder,
        Optional<Catalog> live,
        Map<RuleId, Map<String, String>> options) {

    /** Returns a setting of a rule. */
    public Optional<String> option(RuleId rule, String name) {
        return Optional.ofNullable(options.getOrDefault(rule, Map.of()).get(name));
    }
}
