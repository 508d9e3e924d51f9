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
    private ColdRead() {}

    /**
     * Runs.
     *
     * @param args dialect and file
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        Dialect dialect = Dialects.named(args[0]);
        SqlSource source = SqlSource.of(args[1], ByteBuffer.wrap(Files.readAllBytes(Path.of(args[1]))));
        dialect.split(source, source.whole());
        System.out.println((System.nanoTime() - start) / 1_000);
    }
}
