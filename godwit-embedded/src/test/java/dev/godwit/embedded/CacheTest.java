package dev.godwit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    Path root;

    @Test
    void makesAFolderOnceForManyWhoAskAtOnce() {
        AtomicInteger made = new AtomicInteger();
        Cache cache = new Cache(root);

        List<Path> folders = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> folder(cache, part -> Files.writeString(part.resolve("n"), "" + made.incrementAndGet())))
                .toList();

        assertThat(made).hasValue(1);
        assertThat(folders).containsOnly(root.resolve("thing"));
        assertThat(root.resolve("thing/n")).hasContent("1");
    }

    @Test
    void leavesNothingWhenTheMakerFailsAndTriesAgain() throws IOException {
        Cache cache = new Cache(root);
        assertThatThrownBy(() -> cache.folder("thing", part -> {
                    Files.writeString(part.resolve("half"), "done");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(root).isDirectoryNotContaining(Files::isDirectory);

        cache.folder("thing", part -> Files.writeString(part.resolve("whole"), "done"));

        assertThat(root.resolve("thing")).isDirectoryContaining("glob:**whole");
    }

    @Test
    void clearsAwayWhatAKilledMakerLeft() throws IOException {
        Files.createDirectories(root.resolve("thing.part123/deep"));
        Files.createDirectories(root.resolve("other.part123"));

        new Cache(root).folder("thing", part -> {});

        assertThat(root.resolve("thing.part123")).doesNotExist();
        assertThat(root.resolve("other.part123")).exists();
    }

    @Test
    void liesWhereTheEnvironmentSays() {
        Path home = Path.of("/home/user");

        assertThat(Cache.root(Map.of(), home)).isEqualTo(Path.of("/home/user/.cache/godwit"));
        assertThat(Cache.root(Map.of("XDG_CACHE_HOME", "/cache"), home)).isEqualTo(Path.of("/cache/godwit"));
        assertThat(Cache.root(Map.of("XDG_CACHE_HOME", "/cache", "GODWIT_CACHE", "/mine"), home))
                .isEqualTo(Path.of("/mine"));
        assertThat(Cache.root(Map.of("GODWIT_CACHE", ""), home)).isEqualTo(Path.of("/home/user/.cache/godwit"));
    }

    private static Path folder(Cache cache, Cache.Maker maker) {
        try {
            return cache.folder("thing", maker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
