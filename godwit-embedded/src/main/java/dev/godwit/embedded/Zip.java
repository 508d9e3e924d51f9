package dev.godwit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks those parts of a zip archive that a server needs. */
final class Zip {
    private Zip() {}

    /** Unpacks the wanted files and folders, named by their path below a folder of the archive ({@code ""}: its root). */
    static void unpack(Path archive, String below, Set<String> wanted, Path home) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (!entry.isDirectory()
                        && name.startsWith(below)
                        && isWanted(name.substring(below.length()), wanted)) {
                    file(zip, entry, home.resolve(name.substring(below.length())), home);
                }
            }
        }
    }

    private static boolean isWanted(String name, Set<String> wanted) {
        return wanted.stream().anyMatch(part -> part.endsWith("/") ? name.startsWith(part) : name.equals(part));
    }

    private static void file(ZipFile zip, ZipEntry entry, Path target, Path home) throws IOException {
        if (!target.normalize().startsWith(home)) {
            throw new IOException("an entry leaves its folder: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }
}
