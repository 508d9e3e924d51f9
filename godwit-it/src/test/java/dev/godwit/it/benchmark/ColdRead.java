package dev.godwit.it.benchmark;

import dev.godwit.it.parser.Dialects;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one file as the first thing that a JVM does, and prints how many microseconds that took. */
public final class ColdRead {
    /** The nanoseconds that this thread has had a core, first; so that a busy machine does not count (Linux). */
    private static final Path SCHEDULE = Path.of("/proc/thread-self/schedstat");

    private ColdRead() {}

    /**
     * Runs.
     *
     * @param args dialect and file
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        long start = time();
        Dialect dialect = Dialects.named(args[0]);
        SqlSource source = SqlSource.of(args[1], ByteBuffer.wrap(Files.readAllBytes(Path.of(args[1]))));
        dialect.split(source, source.whole());
        System.out.println((time() - start) / 1_000);
    }

    private static long time() throws IOException {
        if (!Files.exists(SCHEDULE)) {
            return System.nanoTime();
        }
        String schedule = Files.readString(SCHEDULE);
        return Long.parseLong(schedule.substring(0, schedule.indexOf(' ')));
    }
}
