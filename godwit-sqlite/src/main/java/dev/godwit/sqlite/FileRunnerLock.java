package dev.godwit.sqlite;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.execute.RunnerLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on a file beside the database, gone with its process. The file stays: to delete it would let a
 * second runner lock a new one while the first still holds the old one. One lock for all scopes, as SQLite has one writer.
 */
final class FileRunnerLock implements RunnerLock {
    // POSIX drops a process's locks on a file as soon as it closes any channel to it, so this process must never open a
    // file twice that it has locked.
    private static final Map<Path, Owner> HELD_HERE = new ConcurrentHashMap<>();
    // Windows keeps others from reading what is locked: the byte lies far beyond the text.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    @Override
    public Attempt tryAcquire(DatabaseUrl url, String scope, Owner self) {
        SqliteFile database = SqliteFile.of(url);
        database.check();
        try {
            Path canonical = database.canonical();
            Path file = canonical.resolveSibling(canonical.getFileName() + ".godwit-lock");
            Owner here = HELD_HERE.putIfAbsent(file, self);
            return here == null ? lock(file, self) : new Attempt.Busy(Optional.of(here));
        } catch (IOException e) {
            throw new ConfigurationException("cannot lock SQLite database \"" + database.path() + "\": " + e
                    + ". Let this user write to its folder");
        }
    }

    private static Attempt lock(Path file, Owner self) throws IOException {
        boolean acquired = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                return new Attempt.Busy(read(channel));
            }
            write(channel, self);
            acquired = true;
            return new Attempt.Acquired(new FileLease(file, lock, key(file)));
        } finally {
            if (!acquired) {
                giveUp(file, channel);
            }
        }
    }

    private static void giveUp(Path file, @Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static void write(FileChannel channel, Owner self) throws IOException {
        String text = self.host() + "\n" + self.pid() + "\n"
                + self.since().map(Instant::toString).orElse("") + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Optional<Owner> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1_024);
        channel.read(bytes, 0);
        List<String> lines =
                StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
        // The holder may be writing just now.
        return lines.size() < 3 ? Optional.empty() : owner(lines.get(0), lines.get(1), lines.get(2));
    }

    private static Optional<Owner> owner(String host, String pid, String since) {
        try {
            return Optional.of(new Owner(
                    host, Long.parseLong(pid), since.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(since))));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String key(Path file) throws IOException {
        return String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private record FileLease(Path file, FileLock lock, String fileKey) implements Lease {
        @Override
        public boolean isHeld() {
            try {
                return lock.isValid() && key(file).equals(fileKey);
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            FileChannel channel = lock.channel();
            if (!channel.isOpen()) {
                return;
            }
            try (channel) {
                channel.truncate(0);
            } catch (IOException e) {
                System.getLogger(FileRunnerLock.class.getName())
                        .log(System.Logger.Level.DEBUG, () -> "releasing " + file + " failed: " + e);
            }
            HELD_HERE.remove(file);
        }
    }
}
