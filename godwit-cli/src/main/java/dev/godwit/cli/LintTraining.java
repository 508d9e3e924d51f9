package dev.godwit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StartupTraining} lets lint read: what most migrations consist of, a folder of each layout, and the SQL of each rule's page,
 * so that the cache holds the readers, the models and the rules that they need.
 */
final class LintTraining {
    static final List<List<String>> COMMANDS = Stream.of(
                    Stream.of("text", "json", "sarif", "github")
                            .map(output -> List.of("lint", "common", "--server", "postgres", "--output", output)),
                    Stream.of("postgres", "mysql", "mariadb", "sqlite")
                            .map(server -> List.of("lint", "pages", "--server", server)),
                    Stream.of("postgres", "mysql", "mariadb", "sqlite")
                            .map(server -> List.of("lint", "common", "--server", server)),
                    Stream.of("flyway", "golang-migrate", "goose", "dbmate", "diesel", "prisma", "drizzle")
                            .map(layout -> List.of("lint", layout, "--server", "postgres")),
                    Stream.of(List.of("lint"), List.of("rules"), List.of("explain", "cannot-analyse")))
            .flatMap(commands -> commands)
            .toList();

    private static final String PAGES = "dev/godwit/cli/rules/";
    private static final String FENCE = "```";

    private static final Map<String, String> COMMON = Map.of(
            "common/01_all.sql",
            """
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
            """,
            "common/02_larger.sql",
            """
            ALTER TABLE customers ADD CONSTRAINT positive CHECK (total > 0);
            ALTER TABLE customers ADD CONSTRAINT their_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE;
            ALTER TABLE customers ADD UNIQUE (email), DROP CONSTRAINT old;
            ALTER TABLE customers ALTER COLUMN name SET DEFAULT 'x';
            TRUNCATE TABLE customers;
            GRANT SELECT ON customers TO app;
            """,
            "common/03_postgres.sql",
            """
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
            """,
            "common/04_mysql.sql",
            """
            ALTER TABLE customers MODIFY name varchar(255) NOT NULL, ADD INDEX i (name), ALGORITHM=INPLACE, LOCK=NONE;
            CREATE TABLE a (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, KEY k (id)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
            """);

    private static final Map<String, String> LAYOUTS = Map.of(
            "flyway/V1__first.sql",
            "CREATE TABLE t (id integer);\n",
            "golang-migrate/000001_first.up.sql",
            "CREATE TABLE t (id integer);\n",
            "golang-migrate/000001_first.down.sql",
            "DROP TABLE t;\n",
            "goose/00001_first.sql",
            "-- +goose Up\nCREATE TABLE t (id integer);\n-- +goose Down\nDROP TABLE t;\n",
            "dbmate/20260101000000_first.sql",
            "-- migrate:up\nCREATE TABLE t (id integer);\n-- migrate:down\nDROP TABLE t;\n",
            "diesel/2026-01-01-000000_first/up.sql",
            "CREATE TABLE t (id integer);\n",
            "diesel/2026-01-01-000000_first/metadata.toml",
            "run_in_transaction = false\n",
            "prisma/20260101000000_first/migration.sql",
            "CREATE TABLE t (id integer);\n",
            "drizzle/meta/_journal.json",
            "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[{\"idx\":0,\"version\":\"7\",\"when\":1,\"tag\":\"0000_a\"}]}\n",
            "drizzle/0000_a.sql",
            "CREATE TABLE t (id integer);\n");

    private LintTraining() {}

    /** Writes into a folder what the commands read. */
    static void prepare(Path folder) throws IOException {
        writeAll(folder, COMMON);
        writeAll(folder, LAYOUTS);
        Path pages = Files.createDirectory(folder.resolve("pages"));
        @Nullable URL url = LintTraining.class.getClassLoader().getResource(PAGES);
        if (url != null && url.openConnection() instanceof JarURLConnection jar) {
            for (JarEntry entry : jar.getJarFile().stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(PAGES) && name.endsWith(".md")) {
                    try (InputStream page = jar.getJarFile().getInputStream(entry)) {
                        String sql = sqlOf(new String(page.readAllBytes(), StandardCharsets.UTF_8));
                        Files.writeString(
                                pages.resolve(name.substring(PAGES.length()).replace(".md", ".sql")), sql);
                    }
                }
            }
        }
    }

    private static void writeAll(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static String sqlOf(String page) {
        var sql = new StringBuilder();
        boolean inside = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith(FENCE)) {
                inside = line.equals(FENCE + "sql");
            } else if (inside) {
                sql.append(line).append('\n');
            }
        }
        return sql.toString();
    }
}
