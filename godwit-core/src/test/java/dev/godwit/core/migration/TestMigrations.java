package dev.godwit.core.migration;

import dev.godwit.core.migration.Migration.Kind;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.sql.SqlSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes migrations without files. */
public final class TestMigrations {
    private TestMigrations() {}

    /** Makes a versioned one whose checksum is {@code sum} and its id. */
    public static Migration versioned(String id) {
        return of(Kind.VERSIONED, id, "sum" + id);
    }

    /** Makes one without SQL. */
    public static Migration of(Kind kind, String id, String checksum) {
        return new Migration(
                new MigrationId(id),
                "",
                kind,
                id + ".sql",
                checksum,
                TransactionMode.AUTOMATIC,
                () -> ScriptText.whole(SqlSource.of(id, "")),
                Optional.empty());
    }

    /** Makes one of one file, named like its id. */
    public static Migration sql(String id, TransactionMode mode, String up, String down) {
        return new Migration(
                new MigrationId(id),
                "",
                Kind.VERSIONED,
                id + ".sql",
                "sum" + id,
                mode,
                () -> ScriptText.whole(SqlSource.of(id + ".sql", up)),
                Optional.of(() -> ScriptText.whole(SqlSource.of(id + ".down.sql", down))));
    }

    /** Makes a folder of them. */
    public static MigrationFolder folder(Migration... migrations) {
        return new MigrationFolder("native", Path.of("migrations"), List.of(migrations), List.of(), List.of());
    }
}
