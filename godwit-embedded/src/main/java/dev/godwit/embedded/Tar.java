package dev.godwit.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Unpacks a tar archive of plain files, folders and symbolic links, which is all that server binaries need. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int OWNER_EXECUTES = 0100;

    private Tar() {}

    static void unpack(InputStream in, Path folder) throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            entry(new Header(header), in, folder);
            header = in.readNBytes(BLOCK);
        }
    }

    private static void entry(Header header, InputStream in, Path folder) throws IOException {
        Path target = folder.resolve(header.name()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry leaves its folder: " + header.name());
        }
        Files.createDirectories(target.getParent());
        switch (header.type()) {
            case '0', 0 -> file(header, in, target);
            case '5' -> Files.createDirectories(target);
            case '2' -> Files.createSymbolicLink(target, Path.of(header.link()));
            default -> throw new IOException("an entry is of the unknown type " + header.type() + ": " + header.name());
        }
    }

    private static void file(Header header, InputStream in, Path target) throws IOException {
        long left = header.size();
        try (OutputStream out = Files.newOutputStream(target)) {
            while (left > 0) {
                byte[] part = in.readNBytes((int) Math.min(left, 1 << 16));
                if (part.length == 0) {
                    throw new EOFException("the archive ends inside " + header.name());
                }
                out.write(part);
                left -= part.length;
            }
        }
        in.skipNBytes(Math.floorMod(-header.size(), BLOCK));
        Files.setPosixFilePermissions(
                target,
                PosixFilePermissions.fromString((header.mode() & OWNER_EXECUTES) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
    }

    /** A header block; the offsets are those of POSIX ustar. */
    private record Header(String name, int mode, long size, char type, String link) {
        Header(byte[] block) {
            this(
                    text(block, 0, 100),
                    (int) octal(block, 100, 8),
                    octal(block, 124, 12),
                    (char) block[156],
                    text(block, 157, 100));
        }

        private static String text(byte[] block, int from, int length) {
            int end = from;
            while (end < from + length && block[end] != 0) {
                end++;
            }
            return new String(Arrays.copyOfRange(block, from, end), StandardCharsets.UTF_8);
        }

        private static long octal(byte[] block, int from, int length) {
            return Long.parseLong(text(block, from, length).strip(), 8);
        }
    }
}
