package dev.godwit.core.lint;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a user has set.
 *
 * @param levels for all files
 * @param paths for some files; of several that are about a file, the last one that names the rule counts
 * @param options of rules, by rule and name
 * @param everyRule returns the ids of all rules of all products
 */
public record LintSettings(
        Levels levels,
        List<PathLevels> paths,
        Map<RuleId, Map<String, String>> options,
        Supplier<Set<RuleId>> everyRule) {
    public LintSettings {
        paths = List.copyOf(paths);
        options = Map.copyOf(options);
    }

    /** Sets nothing. */
    public static LintSettings defaults(Supplier<Set<RuleId>> everyRule) {
        return new LintSettings(Levels.NONE, List.of(), Map.of(), everyRule);
    }

    /**
     * Levels of rules: that of the rule itself wins over that of its category, that over the one for all.
     *
     * @param all for every rule
     */
    public record Levels(Map<RuleId, Level> rules, Map<Category, Level> categories, Optional<Level> all) {
        /** Sets nothing. */
        public static final Levels NONE = new Levels(Map.of(), Map.of(), Optional.empty());

        public Levels {
            rules = Map.copyOf(rules);
            categories = Map.copyOf(categories);
        }

        Optional<Level> of(RuleInfo rule) {
            return Optional.ofNullable(rules.get(rule.id()))
                    .or(() -> Optional.ofNullable(categories.get(rule.category())))
                    .or(() -> all.map(level -> only(level, rule)));
        }

        // "All" means those that are on anyway: who wants style asks for style.
        private static Level only(Level level, RuleInfo rule) {
            return rule.active() == RuleInfo.Active.ON_REQUEST ? Level.OFF : level;
        }
    }

    /** Levels for the files that a glob matches. */
    public record PathLevels(String glob, PathMatcher matcher, Levels levels) {
        /**
         * Makes them.
         *
         * @throws java.util.regex.PatternSyntaxException if the glob cannot be read
         */
        public static PathLevels of(String glob, Levels levels) {
            return new PathLevels(glob, FileSystems.getDefault().getPathMatcher("glob:" + glob), levels);
        }

        boolean isAbout(Path file) {
            for (int from = 0; from < file.getNameCount(); from++) {
                if (matcher.matches(file.subpath(from, file.getNameCount()))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Returns the severity of a rule where no file is meant; empty where it is off. */
    public Optional<Severity> severity(RuleInfo rule) {
        return levels.of(rule).map(Level::severity).orElseGet(() -> fallback(rule));
    }

    /** Returns the severity of a rule in a file; empty where it is off. */
    Optional<Severity> severity(RuleInfo rule, String file) {
        if (!paths.isEmpty()) {
            Path path = Path.of(file);
            for (PathLevels some : paths.reversed()) {
                Optional<Level> level = some.levels().of(rule);
                if (level.isPresent() && some.isAbout(path)) {
                    return level.get().severity();
                }
            }
        }
        return severity(rule);
    }

    /** Tells whether a rule is on for any file. */
    boolean isOnAnywhere(RuleInfo rule) {
        return severity(rule).isPresent()
                || paths.stream()
                        .flatMap(some -> some.levels().of(rule).stream())
                        .anyMatch(level -> level != Level.OFF);
    }

    private static Optional<Severity> fallback(RuleInfo rule) {
        return rule.active() == RuleInfo.Active.ON_REQUEST ? Optional.empty() : Optional.of(rule.severity());
    }
}
