package dev.godwit.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.godwit.cli.command.CommandLineTool;
import dev.godwit.core.engine.Godwit;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.formats.Formats;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sql.Statement;
import dev.godwit.sqlite.SqliteEngine;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;

/**
 * A module whose compiled classes are looked at.
 *
 * @param anchor any class of it: it says where the others lie
 * @param floor fewer classes than that mean that they were not found
 */
record ModuleClasses(String name, Class<?> anchor, int floor) {
    static final List<ModuleClasses> ALL = List.of(
            new ModuleClasses("godwit-sql", Statement.class, 60),
            new ModuleClasses("godwit-core", Godwit.class, 120),
            new ModuleClasses("godwit-postgres", PostgresEngine.class, 8),
            new ModuleClasses("godwit-mysql", MysqlEngine.class, 12),
            new ModuleClasses("godwit-sqlite", SqliteEngine.class, 8),
            new ModuleClasses("godwit-formats", Formats.class, 20),
            new ModuleClasses("godwit-embedded", EmbeddedServer.class, 15),
            new ModuleClasses("godwit-cli", CommandLineTool.class, 40));

    static JavaClasses load() {
        return new ClassFileImporter()
                .importLocations(ALL.stream()
                        .map(module -> Location.of(module.location()))
                        .toList());
    }

    boolean holds(JavaClass type) {
        String here = location().getPath();
        return type.getSource().stream()
                .anyMatch(source -> source.getUri().toString().contains(here));
    }

    private URL location() {
        CodeSource source = Objects.requireNonNull(
                anchor.getProtectionDomain().getCodeSource(),
                () -> "nobody knows where the classes of " + name + " lie");
        return source.getLocation();
    }
}
