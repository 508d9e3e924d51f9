package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.it.TestDatabase.Product;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of 50 MB, as {@code pg_dump} writes it, goes through a process that is much smaller. */
final class DumpIT {
    private static final int ROWS = 500_000;
    private static final long DUMP_BYTES = 50_000_000;
    private static final long LIMIT_KIBIBYTES = 256 * 1024;
    private static final Pattern PEAK = Pattern.compile(MeasuredRun.PEAK + "\\s+(\\d+) kB");

    @TempDir
    Path folder;

    @Test
    void streamsRowsThroughASmallProcess() throws Exception {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        Path dump = folder.resolve("1_dump.sql");
        writeDump(dump);
        assertThat(Files.size(dump)).isGreaterThan(DUMP_BYTES);
        Migrations.write(folder, Map.of("2_after.sql", "CREATE TABLE after_dump (id int);"));

        Process process = ChildJvm.of(MeasuredRun.class, List.of("-Xmx64m"), database.url(), folder.toString())
                .start();
        List<String> output;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            output = reader.lines().toList();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).isZero();
        assertThat(database.value("SELECT count(*), min(id), max(id), count(note) FROM shop.items"))
                .isEqualTo(ROWS + "|1|" + ROWS + "|" + (ROWS - ROWS / 10));
        assertThat(database.value("SELECT note FROM shop.items WHERE id = 9")).isEqualTo("Größe\t9; it's $$ \\. --");
        assertThat(database.value("SELECT to_regclass('public.after_dump')")).isEqualTo("after_dump");
        assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'shop.items_note'::regclass"))
                .isEqualTo("t");
        output.forEach(DumpIT::isSmall);
        assertThat(output).hasSize(Files.exists(Path.of("/proc/self/status")) ? 1 : 0);
    }

    private static void isSmall(String line) {
        Matcher peak = PEAK.matcher(line);
        assertThat(peak.matches()).as(line).isTrue();
        assertThat(Long.parseLong(peak.group(1))).isLessThan(LIMIT_KIBIBYTES);
    }

    private static void writeDump(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("""
                    --
                    -- PostgreSQL database dump
                    --

                    \\restrict aZ09

                    SET statement_timeout = 0;
                    SET lock_timeout = 0;
                    SET client_encoding = 'UTF8';
                    SET standard_conforming_strings = on;
                    SELECT pg_catalog.set_config('search_path', '', false);
                    SET check_function_bodies = false;
                    SET row_security = off;

                    CREATE SCHEMA shop;
                    CREATE TABLE shop.items (id integer NOT NULL, note text, filler text);
                    COPY shop.items (id, note, filler) FROM stdin;
                    """);
            String filler = "x".repeat(64);
            for (int id = 1; id <= ROWS; id++) {
                String note = id % 10 == 0 ? "\\N" : "Größe\\t" + id + "; it's $$ \\\\. --";
                writer.write(id + "\t" + note + "\t" + filler + "\n");
            }
            writer.write("""
                    \\.

                    ALTER TABLE ONLY shop.items ADD CONSTRAINT items_pkey PRIMARY KEY (id);
                    CREATE INDEX items_note ON shop.items USING btree (note);

                    --
                    -- PostgreSQL database dump complete
                    --

                    \\unrestrict aZ09
                    """);
        }
    }
}
