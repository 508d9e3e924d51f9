package dev.godwit.formats;

import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NativeFormat;
import java.util.List;
import java.util.Optional;

/** Every layout that Godwit reads. */
public final class Formats {
    private static final List<MigrationFormat> ALL = List.of(
            new FlywayFormat(),
            new GolangMigrateFormat(),
            new DbmateFormat(),
            new GooseFormat(),
            new DieselFormat(),
            new NativeFormat());

    private Formats() {}

    /** Returns all of them, Godwit's own last. */
    public static List<MigrationFormat> all() {
        return ALL;
    }

    /** Finds one by its id. */
    public static Optional<MigrationFormat> find(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
