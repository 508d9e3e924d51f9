package dev.godwit.core.history;

import dev.godwit.core.migration.InvalidMigrationException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** How the files of new migrations are named. */
public final class NewNames {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private NewNames() {}

    /**
     * Makes a name for a file of what the user typed: lower case, words joined by underscores.
     *
     * @throws InvalidMigrationException if no letter or digit is left
     */
    public static String words(String name) {
        String words = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        if (words.isEmpty()) {
            throw new InvalidMigrationException("cannot make migration \"" + name
                    + "\": its name has no letter or digit. Name what it does, as in: add phone");
        }
        return words;
    }

    /** Returns the UTC time as a version, or the next number where the folder already has that or a later one. */
    public static String timestamp(Instant now, Stream<BigInteger> existing) {
        BigInteger time = new BigInteger(SECONDS.format(now));
        return existing.map(version -> version.add(BigInteger.ONE))
                .reduce(time, BigInteger::max)
                .toString();
    }
}
