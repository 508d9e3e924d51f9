package dev.godwit.cli.config;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Level;
import dev.godwit.core.lint.LintSettings;
import dev.godwit.core.lint.LintSettings.Levels;
import dev.godwit.core.lint.LintSettings.PathLevels;
import dev.godwit.core.lint.NearestName;
import dev.godwit.core.lint.RuleId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the table {@code [lint]}: levels in {@code [lint.rules]} and, for the files that a glob matches, in {@code [lint.paths."glob"]}, by rule, by
 * category or for {@code all}; options of a rule in {@code [lint.rules.<rule>]}, where {@code level} is its level.
 */
public final class LintConfiguration {
    private static final String ALL = "all";
    private static final String LEVEL = "level";

    private final Supplier<Set<RuleId>> everyRule;
    private final LevelsDraft levels = new LevelsDraft();
    private final Map<String, LevelsDraft> paths = new LinkedHashMap<>();
    private final Map<String, String> pathSources = new HashMap<>();
    private final Map<RuleId, Map<String, String>> options = new HashMap<>();

    private LintConfiguration(Supplier<Set<RuleId>> everyRule) {
        this.everyRule = everyRule;
    }

    private static final class LevelsDraft {
        private final Map<RuleId, Level> rules = new HashMap<>();
        private final Map<Category, Level> categories = new HashMap<>();
        private Optional<Level> all = Optional.empty();

        Levels levels() {
            return new Levels(rules, categories, all);
        }
    }

    /**
     * Reads it.
     *
     * @param everyRule returns the ids of all rules of all products
     * @throws ConfigurationException naming the line of what cannot be read
     */
    public static LintSettings read(List<LintEntry> entries, Supplier<Set<RuleId>> everyRule) {
        if (entries.isEmpty()) {
            return LintSettings.defaults(everyRule);
        }
        var configuration = new LintConfiguration(everyRule);
        entries.forEach(configuration::add);
        return configuration.settings();
    }

    private LintSettings settings() {
        List<PathLevels> some = paths.entrySet().stream()
                .map(entry -> path(entry.getKey(), entry.getValue().levels()))
                .toList();
        return new LintSettings(levels.levels(), some, options, everyRule);
    }

    private PathLevels path(String glob, Levels ofPath) {
        try {
            return PathLevels.of(glob, ofPath);
        } catch (PatternSyntaxException e) {
            throw wrong(
                    pathSources.getOrDefault(glob, glob),
                    "\"" + glob + "\" is no glob: " + e.getDescription() + ". Write for example \"legacy/**\"");
        }
    }

    private void add(LintEntry entry) {
        List<String> path = entry.path();
        String table = path.getFirst();
        if (table.equals("rules") && path.size() == 2) {
            setLevel(levels, path.get(1), entry);
        } else if (table.equals("rules") && path.size() == 3) {
            setOption(path.get(1), path.get(2), entry);
        } else if (table.equals("paths") && path.size() == 3) {
            pathSources.putIfAbsent(path.get(1), entry.source());
            setLevel(paths.computeIfAbsent(path.get(1), glob -> new LevelsDraft()), path.get(2), entry);
        } else {
            throw wrong(
                    entry.source(),
                    "there is no such key. Write levels of rules into [lint.rules], or for some files into"
                            + " [lint.paths.\"glob\"]");
        }
    }

    private void setLevel(LevelsDraft draft, String name, LintEntry entry) {
        Level level = level(entry);
        Optional<Category> category = category(name);
        if (name.equals(ALL)) {
            draft.all = Optional.of(level);
        } else if (category.isPresent()) {
            draft.categories.put(category.get(), level);
        } else {
            draft.rules.put(rule(name, entry), level);
        }
    }

    private void setOption(String rule, String option, LintEntry entry) {
        RuleId id = rule(rule, entry);
        if (option.equals(LEVEL)) {
            levels.rules.put(id, level(entry));
        } else {
            options.computeIfAbsent(id, any -> new HashMap<>()).put(option, entry.value());
        }
    }

    private static Level level(LintEntry entry) {
        return Level.of(entry.value())
                .orElseThrow(() -> wrong(
                        entry.source(),
                        "\"" + entry.value() + "\" is no level. Write off, info, warn or error in quotes"));
    }

    private static Optional<Category> category(String name) {
        return Stream.of(Category.values())
                .filter(category -> category.text().equals(name))
                .findFirst();
    }

    private RuleId rule(String name, LintEntry entry) {
        Set<String> known = everyRule.get().stream().map(RuleId::value).collect(Collectors.toSet());
        if (known.contains(name)) {
            return new RuleId(name);
        }
        String guess = NearestName.of(name, known)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("`godwit rules` lists them");
        throw wrong(entry.source(), "there is no rule \"" + name + "\". " + guess);
    }

    private static ConfigurationException wrong(String source, String why) {
        return new ConfigurationException("cannot read " + source + ": " + why + (why.endsWith("?") ? "" : "."));
    }
}
