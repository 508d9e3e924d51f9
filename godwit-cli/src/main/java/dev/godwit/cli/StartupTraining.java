package dev.godwit.cli;

import dev.godwit.cli.command.CommandLineTool;
import dev.godwit.cli.output.Surroundings;
import dev.godwit.cli.output.Surroundings.Keyboard;
import dev.godwit.cli.output.Surroundings.TerminalUse;
import dev.godwit.core.execute.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher lets a JVM watch when it makes the start-up cache: the usual commands on a throw-away SQLite file, and the classes
 * of the drivers that only a server would make it load. Prints nothing and leaves nothing behind.
 */
public final class StartupTraining {
    private static final List<String> DRIVER_PACKAGES = List.of(
            "org/postgresql/",
            "org/postgresql/core/",
            "org/postgresql/core/v3/",
            "org/postgresql/jdbc/",
            "org/postgresql/plugin/",
            "org/postgresql/util/",
            "org/mariadb/jdbc/",
            "org/mariadb/jdbc/client/",
            "org/mariadb/jdbc/message/server/");

    private StartupTraining() {}

    /** Runs the training. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("godwit-training");
        try {
            train(folder);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void train(Path folder) throws IOException {
        run(folder, "--version");
        run(folder, "init", "--url", "file:" + folder.resolve("training.db"));
        run(folder, "new", "first");
        Files.writeString(
                folder.resolve("migrations/20260101000000_table.sql"),
                "CREATE TABLE t (id integer PRIMARY KEY);\nINSERT INTO t VALUES (1);\n-- godwit:down\nDROP TABLE t;\n");
        run(folder, "migrate", "--dry-run");
        run(folder, "migrate");
        run(folder, "migrate");
        run(folder, "status");
        run(folder, "status", "--output", "json");
        run(folder, "rollback", "--yes");
        LintTraining.prepare(folder);
        for (List<String> command : LintTraining.COMMANDS) {
            run(folder, command.toArray(String[]::new));
        }
        try (TrainingServer server = new TrainingServer()) {
            String url = "postgres://training:" + TrainingServer.PASSWORD + "@127.0.0.1:" + server.port() + "/training";
            run(folder, "status", "--url", url);
            run(folder, "migrate", "--runner-wait", "0s", "--url", url);
        }
        // Nobody listens on port 1: the refusal takes this driver through its start.
        run(folder, "migrate", "--url", "mysql://training@127.0.0.1:1/training");
        for (String name : DRIVER_PACKAGES) {
            loadClasses(name);
        }
        for (Class<?> ofProcess :
                List.of(Main.class, Interruption.class, TerminalDetection.class, ConsoleKeyboard.class)) {
            load(StartupTraining.class.getClassLoader(), ofProcess.getName());
        }
    }

    private static void run(Path folder, String... arguments) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        var surroundings = new Surroundings(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                StandardCharsets.UTF_8,
                TerminalUse.NONE,
                new Nobody(),
                name -> null,
                folder,
                Clock.systemUTC());
        new CommandLineTool(surroundings, new StopSignal()).run(List.of(arguments));
    }

    private static void loadClasses(String packagePath) throws IOException {
        ClassLoader loader = StartupTraining.class.getClassLoader();
        @Nullable URL url = loader.getResource(packagePath);
        if (url == null || !(url.openConnection() instanceof JarURLConnection jar)) {
            return;
        }
        for (JarEntry entry : jar.getJarFile().stream().toList()) {
            String name = entry.getName();
            if (name.startsWith(packagePath)
                    && name.endsWith(".class")
                    && name.indexOf('/', packagePath.length()) < 0) {
                load(
                        loader,
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            }
        }
    }

    private static void load(ClassLoader loader, String name) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // A class for an optional library that is not here: it will not be needed at start-up either.
            System.getLogger(StartupTraining.class.getName()).log(System.Logger.Level.DEBUG, name, e);
        }
    }

    private static final class Nobody implements Keyboard {
        @Override
        public @Nullable String ask(String question) {
            return null;
        }

        @Override
        public @Nullable String askSecretly(String question) {
            return null;
        }
    }
}
