package dev.godwit.core.migration;

import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files below a folder, walked once; paths are relative to it, with forward slashes, sorted by name. */
public final class FolderListing {
    private static final long MAPPED_FROM = 4L << 20;
    private static final int DEPTH = 12;
    private static final int HEAD = 64 << 10;
    private static final int SAMPLE = 16;

    private final Path directory;
    private final List<String> files;
    private final List<String> directories;
    private final Map<String, SqlSource> heads = new ConcurrentHashMap<>();

    private FolderListing(Path directory, List<String> files, List<String> directories) {
        this.directory = directory;
        this.files = List.copyOf(files);
        this.directories = List.copyOf(directories);
    }

    /**
     * Walks {@code directory}; hidden files and folders (their name starts with a dot) are left out.
     *
     * @throws InvalidMigrationException if it is missing, not a folder or unreadable
     */
    public static FolderListing of(Path directory) {
        if (!Files.exists(directory)) {
            throw new InvalidMigrationException("cannot read folder \"" + directory
                    + "\": there is no such folder. Name the folder of your migrations with --dir, or make one"
                    + " with: godwit init");
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidMigrationException(
                    "cannot read folder \"" + directory + "\": it is a file. Name the folder that holds it with --dir");
        }
        try (Stream<Path> walk = Files.walk(directory, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> all = walk.filter(path -> !path.equals(directory) && !isHidden(directory, path))
                    .toList();
            return new FolderListing(
                    directory,
                    names(directory, all.stream().filter(path -> !Files.isDirectory(path))),
                    names(directory, all.stream().filter(Files::isDirectory)));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable("folder", directory.toString(), e);
        }
    }

    private static boolean isHidden(Path directory, Path path) {
        for (Path part : directory.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Path directory, Stream<Path> paths) {
        return paths.map(path -> directory.relativize(path).toString().replace('\\', '/'))
                .sorted()
                .toList();
    }

    /** Returns the folder itself. */
    public Path directory() {
        return directory;
    }

    /** Returns the files, also those of nested folders. */
    public List<String> files() {
        return files;
    }

    /** Returns the nested folders. */
    public List<String> directories() {
        return directories;
    }

    /**
     * Reads a file as UTF-8.
     *
     * @throws InvalidMigrationException if it is gone, unreadable or not UTF-8
     */
    public SqlSource read(String file) {
        return readFile(directory.resolve(file));
    }

    /**
     * Reads a file that need not be in a folder as UTF-8.
     *
     * @throws InvalidMigrationException if it is missing, unreadable or not UTF-8
     */
    public static SqlSource readFile(Path path) {
        return checked(SqlSource.of(path.toString(), bytes(path)));
    }

    /**
     * Returns the text.
     *
     * @throws InvalidMigrationException if it is not UTF-8
     */
    public static SqlSource checked(SqlSource text) {
        int bad = Utf8.firstInvalid(text.slice(text.whole()));
        if (bad >= 0) {
            throw new InvalidMigrationException("cannot read file \"" + text.name() + "\": line " + text.position(bad)
                    + ": it is not UTF-8 text. Save it as UTF-8");
        }
        return text;
    }

    /** Reads the beginning of a file, enough to recognise a layout; empty where it cannot be read. */
    public SqlSource head(String file) {
        return heads.computeIfAbsent(file, name -> SqlSource.of(name, headBytes(directory.resolve(name))));
    }

    private static ByteBuffer headBytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return ByteBuffer.wrap(in.readNBytes(HEAD));
        } catch (IOException e) {
            // Whoever reads the file in earnest reports it.
            return ByteBuffer.allocate(0);
        }
    }

    /** Picks a few of many files, evenly spread, so that to recognise a layout takes the same time in a folder of any size. */
    public static List<String> sample(List<String> files) {
        if (files.size() <= SAMPLE) {
            return files;
        }
        return IntStream.range(0, SAMPLE)
                .mapToObj(i -> files.get((int) ((long) i * (files.size() - 1) / (SAMPLE - 1))))
                .toList();
    }

    private static ByteBuffer bytes(Path path) {
        try {
            if (Files.size(path) < MAPPED_FROM) {
                return ByteBuffer.wrap(Files.readAllBytes(path));
            }
            try (FileChannel channel = FileChannel.open(path)) {
                if (channel.size() > Integer.MAX_VALUE) {
                    throw new InvalidMigrationException("cannot read file \"" + path
                            + "\": it is larger than 2 GiB. Split it into several migrations");
                }
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            }
        } catch (IOException e) {
            throw unreadable("file", path.toString(), e);
        }
    }

    private static InvalidMigrationException unreadable(String kind, String name, Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String why = switch (cause) {
            case AccessDeniedException denied -> "permission denied. Make it readable for this user";
            case NoSuchFileException gone -> "it is gone. Run the command again";
            case FileSystemLoopException loop ->
                "the link \"" + loop.getFile() + "\" leads back to a folder around it. Remove the link";
            case CharacterCodingException coding -> "its name cannot be read. Rename it";
            default -> cause + ". Look whether it can be read";
        };
        return new InvalidMigrationException("cannot read " + kind + " \"" + name + "\": " + why, e);
    }
}
