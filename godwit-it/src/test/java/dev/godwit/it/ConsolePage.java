package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The console blocks of a page: a line that begins with a dollar sign is a command, one with an angle bracket its continuation, the others its
 * output, in which {@code …} stands for anything, on a line of its own for any lines. All are run in one shell, by the launcher of the distribution.
 */
final class ConsolePage {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String END = "--- end of output ---";

    private final List<Step> steps;

    /** A command and the output that the page shows. */
    private record Step(String command, String output) {}

    private ConsolePage(List<Step> steps) {
        this.steps = steps;
    }

    static ConsolePage of(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            for (String step : block.group(1).split("(?m)^\\$ ", -1)) {
                if (!step.isBlank()) {
                    steps.add(step(step));
                }
            }
        }
        return new ConsolePage(steps);
    }

    List<String> commands() {
        return steps.stream().map(Step::command).toList();
    }

    private static Step step(String text) {
        List<String> lines = text.lines().toList();
        List<String> more =
                lines.stream().skip(1).takeWhile(line -> line.startsWith(">")).toList();
        String command = Stream.concat(
                        Stream.of(lines.getFirst()), more.stream().map(line -> line.replaceFirst("^> ?", "")))
                .collect(Collectors.joining("\n"));
        String output = lines.stream().skip(1 + more.size()).collect(Collectors.joining("\n"));
        return new Step(command, output.strip());
    }

    /** Runs all commands and compares what they say. */
    void check() throws IOException, InterruptedException {
        List<String> outputs = run();
        assertThat(outputs).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            assertThat(outputs.get(i)).as(step.command()).matches(pattern(step.output()));
        }
    }

    private List<String> run() throws IOException, InterruptedException {
        Path launcher = launcherFolder();
        String script = steps.stream()
                .map(step -> step.command() + "\necho '" + END + "'\n")
                .collect(Collectors.joining("", "exec 2>&1\nPATH=\"$PWD:$PATH\"\n", ""));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(launcher.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GODWIT_") || name.equals("DATABASE_URL"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Stream.of(output.split(END + "\n", -1))
                .limit(steps.size())
                .map(String::strip)
                .toList();
    }

    // Beside the jars of this very build: the launcher at the root would look whether a build is needed.
    static Path launcherFolder() throws IOException {
        try (Stream<Path> paths = Files.walk(Repository.root().resolve("godwit-cli/target"), 4)) {
            return paths.filter(path -> path.endsWith("bin") && Files.exists(path.resolve("godwit")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    // A lone ellipsis stands for any number of lines, also for none.
    private static Pattern pattern(String output) {
        var regex = new StringBuilder();
        boolean first = true;
        for (String line : output.lines().toList()) {
            if (line.equals("…")) {
                regex.append(first ? "(?:.*\n)*" : "(?:\n.*)*");
            } else {
                regex.append(first ? "" : "\n").append(line(line));
                first = false;
            }
        }
        return Pattern.compile(regex.toString());
    }

    private static String line(String line) {
        return Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
