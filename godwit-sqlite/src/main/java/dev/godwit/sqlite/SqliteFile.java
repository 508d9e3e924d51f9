package dev.godwit.sqlite;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** The file that a URL means. */
record SqliteFile(Path path) {
    static SqliteFile of(DatabaseUrl url) {
        String name = url.database();
        if (name.isBlank()) {
            throw new ConfigurationException(
                    "cannot open SQLite database: the URL names no file. Write it as file:path/to/database.db");
        }
        if (name.equals(":memory:") || "memory".equals(url.parameters().get("mode"))) {
            throw new ConfigurationException("cannot migrate SQLite database \":memory:\": nothing would remain of it."
                    + " Name a file, as in file:path/to/database.db");
        }
        if (name.contains("?")) {
            throw new ConfigurationException("cannot open SQLite database \"" + name
                    + "\": the driver cannot open a file with a question mark in its name. Rename the file");
        }
        try {
            return new SqliteFile(
                    Path.of(withoutSlashBeforeDrive(name)).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    "cannot open SQLite database \"" + name + "\": " + e.getReason() + ". Correct the URL");
        }
    }

    private static String withoutSlashBeforeDrive(String name) {
        return name.matches("/[A-Za-z]:[/\\\\].*") ? name.substring(1) : name;
    }

    private Path folder() {
        return Objects.requireNonNull(path.getParent(), "a normalized absolute file has a folder");
    }

    /** Refuses what the driver would only report as "unable to open". */
    void check() {
        if (Files.isDirectory(path)) {
            throw new ConfigurationException(
                    "cannot open SQLite database \"" + path + "\": it is a folder. Name a file in it");
        }
        if (!Files.isDirectory(folder())) {
            throw new ConfigurationException("cannot create SQLite database \"" + path + "\": the folder \"" + folder()
                    + "\" does not exist. Create it or correct the URL");
        }
        if (Files.exists(path) && !Files.isReadable(path)) {
            throw new ConfigurationException("cannot open SQLite database \"" + path
                    + "\": this user may not read it. Change its permissions or run as its owner");
        }
    }

    /** Tells whether it can be written, or made where it is missing; the journal beside it needs the folder, too. */
    boolean isWritable() {
        return Files.isWritable(folder()) && (!Files.exists(path) || Files.isWritable(path));
    }

    /** Returns the one path that all links to this file share. */
    Path canonical() throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        return folder().toRealPath().resolve(path.getFileName());
    }
}
