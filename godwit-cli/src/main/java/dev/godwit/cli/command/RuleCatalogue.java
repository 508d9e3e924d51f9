package dev.godwit.cli.command;

import dev.godwit.core.engine.Engine;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.rule.BuiltInRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule of every product. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /**
     * A rule as it is listed.
     *
     * @param products ids of the engines that have it, all of them where it is for any product
     */
    public record Listed(RuleInfo info, List<String> products) {
        public Listed {
            products = List.copyOf(products);
        }
    }

    /** Returns the ids. */
    public static Set<RuleId> ids() {
        return all(Products.engines()).stream()
                .map(listed -> listed.info().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns all that those engines have, each once, those for several products first. */
    public static List<Listed> all(List<Engine> engines) {
        Map<RuleId, RuleInfo> infos = new LinkedHashMap<>();
        Map<RuleId, List<String>> products = new LinkedHashMap<>();
        for (Engine engine : engines) {
            Stream.concat(BuiltInRules.all().stream(), engine.rules().stream())
                    .map(Rule::info)
                    .filter(info -> info.isFor(engine.id()))
                    .forEach(info -> {
                        infos.putIfAbsent(info.id(), info);
                        products.computeIfAbsent(info.id(), id -> new ArrayList<>())
                                .add(engine.id());
                    });
        }
        return infos.values().stream()
                .map(info -> new Listed(info, products.getOrDefault(info.id(), List.of())))
                .toList();
    }
}
