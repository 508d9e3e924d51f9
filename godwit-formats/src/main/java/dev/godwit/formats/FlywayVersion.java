package dev.godwit.formats;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A version of dotted numbers; {@code 1.0} is {@code 1}. */
record FlywayVersion(List<BigInteger> parts) implements Comparable<FlywayVersion> {
    FlywayVersion {
        List<BigInteger> significant = new ArrayList<>(parts);
        while (!significant.isEmpty() && significant.getLast().signum() == 0) {
            significant.removeLast();
        }
        parts = List.copyOf(significant);
    }

    /** Reads digits separated by dots or underscores. */
    static FlywayVersion of(String text) {
        List<BigInteger> parts = new ArrayList<>();
        for (String part : text.split("[._]", -1)) {
            parts.add(new BigInteger(part));
        }
        return new FlywayVersion(parts);
    }

    @Override
    public int compareTo(FlywayVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }
}
