package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kills a run. */
final class Crash {
    private Crash() {}

    /** Runs a command of {@link CrashingRun} and expects it to be killed at that instant. */
    static void kill(TestDatabase database, Path folder, Path output, String command, int instant)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingRun.class.getName(),
                        database.url(),
                        folder.toString(),
                        command,
                        Integer.toString(instant)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the run ends by itself")
                .isTrue();
        assertThat(process.exitValue())
                .as("killed at instant %s: %s", instant, Files.readString(output))
                .isEqualTo(128 + 9);
    }
}
