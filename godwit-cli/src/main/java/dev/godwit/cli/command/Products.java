package dev.godwit.cli.command;

import dev.godwit.core.engine.Engine;
import dev.godwit.core.history.MigrationFormat;
import java.util.List;

/** The one list of databases and folder layouts that the command line knows. */
final class Products {
    private Products() {}

    static List<Engine> engines() {
        return List.of();
    }

    static List<MigrationFormat> formats() {
        return List.of();
    }
}
