package dev.godwit.formats;

import dev.godwit.core.migration.FileScript;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.MigrationSource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads golang-migrate's layout: {@code 000001_title.up.sql} and {@code 000001_title.down.sql}. */
final class GolangMigrateFolder implements MigrationSource {
    static final Pattern NAME = Pattern.compile("(\\d+)_([^/]*)\\.(up|down)\\.(?i:sql)");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public Recognition recognise(FolderListing listing) {
        return Majority.of(listing, file -> NAME.matcher(file).matches());
    }

    @Override
    public MigrationFolder read(FolderListing listing, FolderSettings settings) {
        MigrationCollector<BigInteger> found = new MigrationCollector<>(listing);
        Map<BigInteger, String> downs = new HashMap<>();
        List<Matcher> ups = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        for (String file : listing.files()) {
            Matcher name = NAME.matcher(file);
            if (!name.matches()) {
                unexplained.add(file);
            } else if (name.group(3).equals("up")) {
                ups.add(name);
            } else {
                addDown(found, downs, new BigInteger(name.group(1)), file);
            }
        }
        for (Matcher up : ups) {
            String down = downs.remove(new BigInteger(up.group(1)));
            found.reading(up.group(), () -> add(found, listing, up, Optional.ofNullable(down)));
        }
        downs.values()
                .forEach(file -> found.problem(
                        file, "there is no \".up.sql\" file of its version. Add that one, or remove this file"));
        found.unexplained(unexplained, "whose files are named like 000001_add_phone.up.sql");
        return found.folder(GolangMigrateFormat.ID);
    }

    private static void addDown(
            MigrationCollector<BigInteger> found, Map<BigInteger, String> downs, BigInteger version, String file) {
        String first = downs.putIfAbsent(version, file);
        if (first != null) {
            found.problem(file, "it has the same version " + version + " as \"" + first + "\". Remove one of them");
        }
    }

    private static void add(
            MigrationCollector<BigInteger> found, FolderListing listing, Matcher name, Optional<String> downFile) {
        BigInteger version = new BigInteger(name.group(1));
        if (version.compareTo(LARGEST) > 0) {
            found.problem(
                    name.group(),
                    "its version is larger than " + LARGEST + ", which the history table can hold. Rename it");
            return;
        }
        FileScript up = PairedFile.whole(listing, name.group());
        Optional<MigrationScript> down = downFile.map(file -> PairedFile.whole(listing, file));
        found.add(
                version,
                new Migration(
                        new MigrationId(version.toString()),
                        name.group(2).replace('_', ' '),
                        Migration.Kind.VERSIONED,
                        name.group(),
                        up.fingerprint(),
                        Migration.TransactionMode.AUTOMATIC,
                        up,
                        down));
    }
}
