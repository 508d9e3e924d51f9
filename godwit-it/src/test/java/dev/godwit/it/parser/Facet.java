package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What two readings of a statement can disagree on. */
enum Facet {
    VERB(Judged::verb),
    KIND(Judged::kind),
    NAMES(Judged::names),
    ACTIONS(judged -> judged.actions().stream().map(JudgedAction::kind).toList()),
    COLUMNS(judged -> judged.actions().stream().map(JudgedAction::column).toList()),
    TYPES(judged -> judged.actions().stream().map(JudgedAction::type).toList());

    private final Function<Judged, Object> view;

    Facet(Function<Judged, Object> view) {
        this.view = view;
    }

    /** Returns what they disagree on. */
    static Set<Facet> disagreements(Judged one, Judged other) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        for (Facet facet : values()) {
            if (!facet.view.apply(one).equals(facet.view.apply(other))) {
                facets.add(facet);
            }
        }
        return facets;
    }
}
