package dev.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a folder as the distribution has it, with runtimes that only print how they were called. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void unpack() throws IOException {
        Files.createDirectories(folder.resolve("dist/bin"));
        Files.createDirectories(folder.resolve("dist/lib"));
        Files.copy(Path.of("..", "godwit"), folder.resolve("dist/bin/godwit"));
        Files.createFile(folder.resolve("dist/lib/godwit-cli-1.2.jar"));
        Files.createFile(folder.resolve("dist/lib/other.jar"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("GODWIT_CACHE", "off");
    }

    @Test
    void takesTheNamedRuntimeWithAllJars() throws IOException, InterruptedException {
        environment.put("GODWIT_JAVA", runtime("named", "21.0.2").toString());

        String out = launch("status", "--url", "a b");

        assertThat(out)
                .startsWith("named ")
                .contains("-cp " + jar("godwit-cli-1.2.jar") + ":" + jar("other.jar") + " dev.godwit.cli.Main")
                .endsWith("Main|status|--url|a b|\n");
    }

    private String jar(String name) throws IOException {
        return folder.toRealPath().resolve("dist/lib").resolve(name).toString();
    }

    @Test
    void takesAJavaCommandToo() throws IOException, InterruptedException {
        environment.put(
                "GODWIT_JAVA", runtime("named", "25").resolve("bin/java").toString());

        assertThat(launch()).startsWith("named ");
    }

    @Test
    void refusesANamedRuntimeThatIsTooOld() throws IOException, InterruptedException {
        environment.put("GODWIT_JAVA", runtime("old", "17.0.9").toString());

        assertThat(launch())
                .startsWith("godwit: GODWIT_JAVA is \"")
                .endsWith("which is no Java of version 21 or newer. Correct or unset it.\n[2]");
    }

    @Test
    void prefersJavaHomeOverThePathButOnlyIfItIsNewEnough() throws IOException, InterruptedException {
        Path onPath = runtime("path", "22.0.1");
        environment.put("PATH", onPath.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", runtime("home21", "21").toString());
        assertThat(launch()).startsWith("home21 ");
        environment.put("JAVA_HOME", runtime("home8", "1.8.0_402").toString());
        assertThat(launch()).startsWith("path ");
    }

    @Test
    void findsTheRuntimeBehindSymbolicLinksOfThePath() throws IOException, InterruptedException {
        Path real = runtime("real", "23");
        Path bin = Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(bin.resolve("hop"), real.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of("hop"));
        environment.put("PATH", bin + ":" + System.getenv("PATH"));

        assertThat(launch()).startsWith("real ");
    }

    @Test
    void looksWhereRuntimesAreUsuallyInstalled() throws IOException, InterruptedException {
        runtimeAt("home/.jdks/newest", "9999.1");
        environment.put("JAVA_HOME", runtime("old", "17").toString());
        environment.put("PATH", runtime("older", "11").resolve("bin") + ":" + System.getenv("PATH"));

        assertThat(launch()).startsWith("newest ");
    }

    @Test
    void runsThroughASymbolicLinkToItself() throws IOException, InterruptedException {
        environment.put("GODWIT_JAVA", runtime("named", "21").toString());
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, Path.of("dist/bin/godwit"));

        assertThat(run(link)).contains("dist/lib/godwit-cli-1.2.jar");
    }

    @Test
    void usesACacheThatIsThereAndMakesNoneWhenTold() throws IOException, InterruptedException {
        environment.put("GODWIT_JAVA", runtime("named", "25.0.1").toString());
        Path cache = Files.createDirectory(folder.resolve("cache"));
        assertThat(launch()).doesNotContain("AOTCache");
        environment.put("GODWIT_CACHE", cache.toString());
        Path file = Files.createFile(cache.resolve("godwit-1.2-java-25.0.1+8.cache"));

        assertThat(launch()).contains(" -XX:AOTCache=" + file + " ");
    }

    private Path runtime(String name, String version) throws IOException {
        return runtimeAt("jvm/" + name, version);
    }

    private Path runtimeAt(String path, String version) throws IOException {
        Path home = folder.resolve(path);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_RUNTIME_VERSION=\"" + version + "+8\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = home.resolve("bin/java");
        Files.writeString(
                java,
                "#!/bin/sh\nprintf '%s ' " + home.getFileName()
                        + "\nwhile [ \"$1\" != dev.godwit.cli.Main ]; do printf '%s ' \"$1\"; shift; done\n"
                        + "printf '%s' dev.godwit.cli.\nshift\nprintf '%s|' Main \"$@\"\necho\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private String launch(String... arguments) throws IOException, InterruptedException {
        return run(folder.resolve("dist/bin/godwit"), arguments);
    }

    private String run(Path script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status == 0 ? out : out + "[" + status + "]";
    }
}
