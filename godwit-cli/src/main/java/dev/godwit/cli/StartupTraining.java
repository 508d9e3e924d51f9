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
        trainLint(folder);
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

    // What most migrations consist of: so the readers, the models and the rules that they need are known at the start.
    private static void trainLint(Path folder) throws IOException {
        Files.writeString(folder.resolve("common.sql"), """
            CREATE TABLE orders (id integer PRIMARY KEY, total numeric(10, 2) DEFAULT 0 NOT NULL, name varchar(20) UNIQUE);
            ALTER TABLE customers ADD COLUMN phone text;
            ALTER TABLE customers DROP COLUMN fax;
            ALTER TABLE customers RENAME COLUMN mail TO email;
            ALTER TABLE customers RENAME TO clients;
            CREATE UNIQUE INDEX clients_email ON clients (email, lower(name));
            DROP INDEX clients_name;
            CREATE VIEW all_clients AS SELECT * FROM clients;
            UPDATE clients SET email = '' WHERE email IS NULL;
            INSERT INTO clients (email) VALUES ('a'), ('b');
            DELETE FROM clients;
            -- godwit:allow drop-table -- old
            DROP TABLE old_clients;
            BEGIN;
            SELECT 1;
            COMMIT;
            """);
        Files.writeString(folder.resolve("larger.sql"), """
            ALTER TABLE customers ADD CONSTRAINT positive CHECK (total > 0);
            ALTER TABLE customers ADD CONSTRAINT their_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE;
            ALTER TABLE customers ADD UNIQUE (email), DROP CONSTRAINT old;
            ALTER TABLE customers ALTER COLUMN name SET DEFAULT 'x';
            TRUNCATE TABLE customers;
            GRANT SELECT ON customers TO app;
            """);
        Files.writeString(folder.resolve("postgres.sql"), """
            SET lock_timeout = '1s';
            CREATE TYPE mood AS ENUM ('sad', 'glad');
            ALTER TYPE mood ADD VALUE 'mad';
            ALTER TABLE customers ALTER COLUMN name SET NOT NULL, ALTER COLUMN id TYPE bigint USING id::bigint;
            ALTER TABLE customers ADD CONSTRAINT c CHECK (name <> '') NOT VALID;
            ALTER TABLE customers VALIDATE CONSTRAINT c;
            CREATE INDEX CONCURRENTLY i ON customers USING gin (name) WHERE name IS NOT NULL;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER t BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION f();
            DO $$ BEGIN ALTER TABLE customers ADD COLUMN a int; END $$;
            CREATE EXTENSION pg_trgm;
            CREATE SEQUENCE s;
            COMMENT ON TABLE customers IS 'people';
            REFRESH MATERIALIZED VIEW m;
            VACUUM customers;
            """);
        Files.writeString(folder.resolve("mysql.sql"), """
            ALTER TABLE customers MODIFY name varchar(255) NOT NULL, ADD INDEX i (name), ALGORITHM=INPLACE, LOCK=NONE;
            CREATE TABLE a (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, KEY k (id)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
            """);
        String common = "common.sql";
        for (String output : List.of("text", "json", "sarif", "github")) {
            run(folder, "lint", common, "larger.sql", "postgres.sql", "--server", "postgres", "--output", output);
        }
        run(folder, "lint", common, "larger.sql", "mysql.sql", "--server", "mysql");
        run(folder, "lint", common, "larger.sql", "mysql.sql", "--server", "mariadb");
        run(folder, "lint", common, "--server", "sqlite");
        run(folder, "lint");
        run(folder, "rules");
        run(folder, "explain", "cannot-analyse");
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
