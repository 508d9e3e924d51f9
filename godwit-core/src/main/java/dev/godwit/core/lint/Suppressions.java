package dev.godwit.core.lint;

import dev.godwit.core.lint.RuleRun.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out what comments allow, and says which comments are wrong. */
final class Suppressions {
    private final LintSettings settings;
    private final Set<String> applied;
    private final Map<FileContext, List<Allow>> allows;
    private final Set<Allow> used = new HashSet<>();
    private int suppressed;

    /**
     * Makes one.
     *
     * @param applied the ids of the rules that have been asked
     */
    Suppressions(LintSettings settings, Set<String> applied, Map<FileContext, List<Allow>> allows) {
        this.settings = settings;
        this.applied = applied;
        this.allows = allows;
    }

    /** Returns how many were left out. */
    int suppressed() {
        return suppressed;
    }

    /** Returns what is left. */
    List<Hit> apply(List<Hit> hits) {
        List<Hit> left = new ArrayList<>();
        for (Hit hit : hits) {
            if (isAllowed(hit)) {
                suppressed++;
            } else {
                left.add(hit);
            }
        }
        allows.forEach(
                (file, comments) -> comments.forEach(allow -> judge(file, allow).ifPresent(left::add)));
        return left;
    }

    private boolean isAllowed(Hit hit) {
        List<Allow> about = hit.found().in().map(allows::get).orElse(List.of()).stream()
                .filter(allow -> allow.isAbout(hit))
                .toList();
        used.addAll(about);
        return !about.isEmpty();
    }

    private Optional<Hit> judge(FileContext file, Allow allow) {
        boolean asked = applied.contains(allow.rule());
        if (!asked && !everyRule().contains(allow.rule())) {
            return Optional.of(hit(ToolRules.UNKNOWN, file, allow, unknown(allow)));
        }
        if (allow.reason().isEmpty()) {
            return Optional.of(hit(
                    ToolRules.WITHOUT_REASON,
                    file,
                    allow,
                    "nobody can tell later why \"" + allow.rule() + "\" is allowed here"));
        }
        boolean unused = asked && !used.contains(allow);
        return unused
                ? Optional.of(hit(
                        ToolRules.UNUSED,
                        file,
                        allow,
                        "\"" + allow.rule() + "\" finds nothing "
                                + (allow.statement().isEmpty() ? "in this file" : "in the statement that this is for")))
                : Optional.empty();
    }

    private String unknown(Allow allow) {
        if (allow.rule().isEmpty()) {
            return "it does not say which rule. Write -- godwit:allow <rule> -- <reason>";
        }
        return "there is no rule \"" + allow.rule() + "\""
                + NearestName.of(allow.rule(), everyRule())
                        .map(nearest -> "; \"" + nearest + "\" is the nearest")
                        .orElse("");
    }

    private Set<String> everyRule() {
        return settings.everyRule().get().stream().map(RuleId::value).collect(Collectors.toSet());
    }

    private static Hit hit(RuleInfo rule, FileContext file, Allow allow, String happens) {
        return new Hit(rule, Found.in(file, happens).marking(allow.span()));
    }

    /** Finds the allows of all files. */
    static Map<FileContext, List<Allow>> read(List<LintScript> scripts, FolderContext folder, LintProduct product) {
        Map<FileContext, List<Allow>> allows = new HashMap<>();
        for (int i = 0; i < scripts.size(); i++) {
            FileContext file = folder.files().get(i);
            if (!file.isJudged()) {
                continue;
            }
            List<Allow> found = AllowReader.read(scripts.get(i).text(), product.dialect());
            if (!found.isEmpty()) {
                allows.put(file, found);
            }
        }
        return allows;
    }
}
