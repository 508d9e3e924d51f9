package dev.godwit.core.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a source finds in a folder: migrations with the versions that order them, and problems. */
public final class MigrationCollector<V extends Comparable<V>> {
    private final FolderListing listing;
    private final List<Versioned<V>> versioned = new ArrayList<>();
    private final List<Migration> repeatable = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** Makes one for a folder. */
    public MigrationCollector(FolderListing listing) {
        this.listing = listing;
    }

    private record Versioned<V>(V order, Object version, Migration migration) {}

    private record Name(Object key, Migration.Kind kind) {}

    /** Adds a migration that is run in the order of versions. */
    public void add(V version, Migration migration) {
        add(version, version, migration);
    }

    /** Adds a migration of a layout that orders them by something else than the version that it records. */
    public void add(V order, Object version, Migration migration) {
        versioned.add(new Versioned<>(order, version, migration));
    }

    /** Adds a migration that is run after the versioned ones, in the order of descriptions. */
    public void addRepeatable(Migration migration) {
        repeatable.add(migration);
    }

    /** Adds a problem. */
    public void problem(String file, String message) {
        problems.add(new Problem(file, message));
    }

    /** Adds something that a user is told, though the folder can be run. */
    public void note(String file, String message) {
        notes.add(new Problem(file, message));
    }

    /** Runs {@code reading}; a file that it cannot read becomes a problem of that file. */
    public void reading(String file, Runnable reading) {
        try {
            reading.run();
        } catch (InvalidMigrationException e) {
            problem(file, String.valueOf(e.getMessage()));
        }
    }

    /** Says of each SQL file in {@code files} that the layout does not explain it; files of other kinds are left alone. */
    public void unexplained(List<String> files, String expected) {
        for (String file : files) {
            if (isSql(file)) {
                problem(
                        file,
                        "it is no migration of this layout, " + expected + ". Rename it, or move it out of the folder");
            }
        }
    }

    /** Tells whether a name ends in {@code .sql}. */
    public static boolean isSql(String file) {
        return file.regionMatches(true, file.length() - 4, ".sql", 0, 4);
    }

    /** Sorts the migrations and looks for two of one version; a baseline stands behind the versions that it covers, its own too. */
    public MigrationFolder folder(String format) {
        // A baseline stands for the versioned one of its own version, too, so it follows that.
        versioned.sort(Comparator.comparing((Versioned<V> one) -> one.order)
                .thenComparingInt(one -> one.migration.kind() == Migration.Kind.BASELINE ? 1 : 0)
                .thenComparing(one -> one.migration.file()));
        repeatable.sort(Comparator.comparing(Migration::description).thenComparing(Migration::file));
        Map<Name, Migration> seen = new HashMap<>();
        for (Versioned<V> one : versioned) {
            unique(seen, new Name(one.version, one.migration.kind()), one.migration, "version");
        }
        for (Migration one : repeatable) {
            unique(seen, new Name(one.id().value(), one.kind()), one, "name");
        }
        List<Migration> all = new ArrayList<>(versioned.size() + repeatable.size());
        versioned.forEach(one -> all.add(one.migration));
        all.addAll(repeatable);
        problems.sort(Comparator.comparing(Problem::file));
        notes.sort(Comparator.comparing(Problem::file));
        return new MigrationFolder(format, listing.directory(), all, problems, notes);
    }

    private void unique(Map<Name, Migration> seen, Name name, Migration migration, String what) {
        Migration first = seen.putIfAbsent(name, migration);
        if (first != null) {
            problem(
                    migration.file(),
                    "it has the same " + what + " " + migration.id() + " as \"" + first.file()
                            + "\". Give one of them another " + what);
        }
    }
}
