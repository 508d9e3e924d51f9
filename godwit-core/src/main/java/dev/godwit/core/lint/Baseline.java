package dev.godwit.core.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings that were there before and are not to be told again, each as often as it was there. */
public record Baseline(Map<Fingerprint, Integer> known) {
    public Baseline {
        known = Map.copyOf(known);
    }

    /** Takes these findings as known. */
    public static Baseline of(List<Finding> findings) {
        Map<Fingerprint, Integer> known = new HashMap<>();
        findings.forEach(finding -> known.merge(Fingerprint.of(finding), 1, Integer::sum));
        return new Baseline(known);
    }

    /** Returns those that are not known. */
    List<Finding> leaveOut(List<Finding> findings) {
        Map<Fingerprint, Integer> left = new HashMap<>(known);
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : findings) {
            int count = left.merge(Fingerprint.of(finding), -1, Integer::sum);
            if (count < 0) {
                fresh.add(finding);
            }
        }
        return fresh;
    }
}
