package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Gives back what zip archives lose. */
final class Executables {
    private Executables() {}

    static void mark(Path program) throws IOException {
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
