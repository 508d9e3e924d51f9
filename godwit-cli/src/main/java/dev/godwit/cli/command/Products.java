package dev.godwit.cli.command;

import dev.godwit.core.engine.Engine;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NativeFormat;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.sqlite.SqliteDialect;
import dev.godwit.sqlite.SqliteEngine;
import java.util.List;

/** The one list of databases and folder layouts that the command line knows. */
final class Products {
    private Products() {}

    static List<Engine> engines() {
        return List.of(new PostgresEngine(), new SqliteEngine(new SqliteDialect()));
    }

    static List<MigrationFormat> formats() {
        return List.of(new NativeFormat());
    }
}
