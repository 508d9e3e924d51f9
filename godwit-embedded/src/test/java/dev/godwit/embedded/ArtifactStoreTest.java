package dev.godwit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
    private static final Artifact HELLO = Artifact.jar(
            "org.example", "hello", "1.0", "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");

    @TempDir
    Path folder;

    @Test
    void takesAFileThatIsThereWithoutMaven() throws IOException {
        Path file = HELLO.in(folder);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hello\n");

        assertThat(new ArtifactStore(folder, Map.of("PATH", "")).file(HELLO)).isEqualTo(file);
    }

    @Test
    void refusesAFileThatIsNotThePinnedOne() throws IOException {
        Path file = HELLO.in(folder);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hullo\n");

        assertThatThrownBy(() -> new ArtifactStore(folder, Map.of("PATH", "")).file(HELLO))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageStartingWith("cannot use artifact \"org.example:hello:1.0\": its SHA-256 is ")
                .hasMessageEndingWith("Delete " + file + " and start again.");
    }

    @Test
    void saysThatMavenIsMissing() {
        assertThatThrownBy(() -> new ArtifactStore(folder, Map.of("PATH", "/nowhere")).file(HELLO))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageStartingWith(
                        "cannot fetch artifact \"org.example:hello:1.0\": there is no mvn on the PATH. Install Maven");
    }

    @Test
    void saysWhatMavenSaidWhenItFailed() throws IOException {
        maven("echo 'no such host' >&2; exit 1");

        assertThatThrownBy(() -> new ArtifactStore(folder, Map.of("PATH", folder.toString())).file(HELLO))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("ended with exit code 1 and said: no such host.");
    }

    @Test
    void hasMavenFetchWhatIsMissing() throws IOException {
        Path file = HELLO.in(folder);
        maven("echo \"$@\" > %s/arguments; mkdir -p %s; echo hello > %s".formatted(folder, file.getParent(), file));

        assertThat(new ArtifactStore(folder, Map.of("PATH", folder.toString())).file(HELLO))
                .hasContent("hello");
        assertThat(folder.resolve("arguments"))
                .content()
                .contains("-Dartifact=org.example:hello:1.0 ", "-Dtransitive=false ", "-Dmaven.repo.local=" + folder);
    }

    private void maven(String script) throws IOException {
        Path program = folder.resolve("mvn");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Executables.mark(program);
    }
}
