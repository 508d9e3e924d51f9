package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import java.util.EnumSet;
import java.util.Set;

/** What two readings of a statement can disagree on. */
enum Facet {
    VERB,
    KIND,
    NAMES,
    ACTIONS,
    COLUMNS,
    TYPES;

    private Object of(Judged judged) {
        return switch (this) {
            case VERB -> judged.verb();
            case KIND -> judged.kind();
            case NAMES -> judged.names();
            case ACTIONS -> judged.actions().stream().map(JudgedAction::kind).toList();
            case COLUMNS -> judged.actions().stream().map(JudgedAction::column).toList();
            case TYPES -> judged.actions().stream().map(JudgedAction::type).toList();
        };
    }

    /** Returns what they disagree on. */
    static Set<Facet> disagreements(Judged one, Judged other) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        for (Facet facet : values()) {
            if (!facet.of(one).equals(facet.of(other))) {
                facets.add(facet);
            }
        }
        return facets;
    }
}
