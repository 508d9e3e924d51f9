package dev.godwit.core.migration;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a folder holds, in the order in which it is run: baseline and versioned migrations by version, then repeatable ones.
 * Problems are gathered, so that a user sees all of them at once.
 *
 * @param problems what keeps the folder from being run
 * @param notes what a user is told though it keeps nothing from being run: files that the layout's own tool passes over too
 */
public record MigrationFolder(
        String format, Path directory, List<Migration> migrations, List<Problem> problems, List<Problem> notes) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    public MigrationFolder {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Returns the migration of that id. */
    public Optional<Migration> find(MigrationId id) {
        return migrations.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /**
     * Returns the migration that a user means: the one of that id, else the only one whose version is the same number, since
     * {@code 000010} and {@code 10} name one file.
     */
    public Optional<Migration> meant(MigrationId id) {
        Optional<Migration> exact = find(id);
        if (exact.isPresent() || !DIGITS.matcher(id.value()).matches()) {
            return exact;
        }
        BigInteger number = new BigInteger(id.value());
        List<Migration> same = migrations.stream()
                .filter(migration -> DIGITS.matcher(migration.id().value()).matches())
                .filter(migration -> new BigInteger(migration.id().value()).equals(number))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /** Returns the ids of all migrations up to and including {@code last}, in the order of the folder. */
    public Set<MigrationId> upTo(Migration last) {
        Set<MigrationId> ids = new LinkedHashSet<>();
        for (Migration migration : migrations) {
            ids.add(migration.id());
            if (migration.id().equals(last.id())) {
                break;
            }
        }
        return ids;
    }
}
