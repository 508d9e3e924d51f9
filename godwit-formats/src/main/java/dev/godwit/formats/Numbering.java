package dev.godwit.formats;

import dev.godwit.core.history.NewNames;
import dev.godwit.core.migration.FolderListing;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes on with the numbers of a folder: counting, with as many digits, or by time. */
final class Numbering {
    private static final int TIMESTAMP_DIGITS = 10;

    private Numbering() {}

    /** Returns the digits that the names of {@code pattern} begin with, its first group. */
    static List<String> versions(FolderListing listing, Pattern pattern) {
        return listing.files().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .toList();
    }

    /** Returns the version of a new migration. */
    static String next(Instant now, List<String> existing) {
        Optional<String> last = existing.stream().max(Comparator.comparing(BigInteger::new));
        if (last.isEmpty() || last.get().length() >= TIMESTAMP_DIGITS) {
            return NewNames.timestamp(now, last.map(BigInteger::new).stream());
        }
        String number = new BigInteger(last.get()).add(BigInteger.ONE).toString();
        return "0".repeat(Math.max(0, last.get().length() - number.length())) + number;
    }
}
