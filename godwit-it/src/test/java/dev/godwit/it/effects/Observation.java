package dev.godwit.it.effects;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a server did when it ran a form.
 *
 * @param outsideOnly whether the server refuses the statement within a transaction
 * @param refusal SQLSTATE and words of the server's refusal, empty where it accepted
 * @param locks strongest lock by relation that existed before, from ROW SHARE upwards, in the server's own words
 * @param work by table that had rows before, without those on which there was none
 */
record Observation(
        boolean outsideOnly, String refusal, SortedMap<String, String> locks, SortedMap<String, String> work) {
    Observation {
        locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
        work = Collections.unmodifiableSortedMap(new TreeMap<>(work));
    }

    static Observation refused(boolean outsideOnly, String refusal) {
        return new Observation(outsideOnly, refusal, new TreeMap<>(), new TreeMap<>());
    }

    static Observation accepted(boolean outsideOnly, Map<String, String> locks, Map<String, String> work) {
        return new Observation(outsideOnly, "", new TreeMap<>(locks), new TreeMap<>(work));
    }

    /**
     * Tells whether this is what was predicted. Why a server refuses is its own wording, and a prediction may keep out of transactions what
     * the server allows in one.
     */
    boolean agreesWith(Observation predicted) {
        return accepted() == predicted.accepted()
                && locks.equals(predicted.locks)
                && work.equals(predicted.work)
                && (!outsideOnly || predicted.outsideOnly);
    }

    boolean accepted() {
        return refusal.isEmpty();
    }

    @Override
    public String toString() {
        if (!accepted()) {
            return "refused " + refusal;
        }
        return (outsideOnly ? "outside " : "") + locks + (work.isEmpty() ? "" : " " + work);
    }
}
