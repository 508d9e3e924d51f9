package dev.godwit.cli.command;

import dev.godwit.core.engine.Engine;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.formats.Formats;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sqlite.SqliteEngine;
import java.util.List;

/** The one list of databases and folder layouts that the command line knows. */
public final class Products {
    private Products() {}

    /** Returns every database. */
    public static List<Engine> engines() {
        return List.of(new PostgresEngine(), new MysqlEngine(), new MariadbEngine(), new SqliteEngine());
    }

    /** Returns every layout. */
    public static List<MigrationFormat> formats() {
        return Formats.all();
    }
}
