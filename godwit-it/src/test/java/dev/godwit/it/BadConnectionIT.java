package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.embedded.EmbeddedServers;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are not to be had, or not for us: one clear message each, without the password, and nothing changed. */
final class BadConnectionIT {
    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() {
        Migrations.write(folder, Map.of("1_first.sql", "CREATE TABLE first (id int);"));
    }

    private <X extends GodwitException> X failure(Class<X> kind, DatabaseUrl url) {
        List<Event> events = new ArrayList<>();
        X failure = catchThrowableOfType(
                kind,
                () -> Migrations.godwit(GodwitSettings.of(url, folder), events::add, new StopSignal())
                        .migrate(Optional.empty(), RunMode.RUN));
        assertThat(failure).isNotNull();
        Secrets.areNotIn(failure);
        Secrets.areNotIn(events);
        Secrets.areNotIn(url);
        return failure;
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aWrongPassword(Product product) {
        TestDatabase database = TestDatabase.fresh(product);

        DatabaseException failure = failure(DatabaseException.class, Secrets.in(database.url()));

        assertThat(failure.kind()).isEqualTo(SqlErrorKind.AUTHENTICATION);
        assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION);
        assertThat(failure)
                .hasMessageContaining("cannot connect to database \"")
                .hasMessageContaining("godwit:***@127.0.0.1:")
                .hasMessageContaining("Look at user and password");
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aDatabaseThatIsMissing(Product product) {
        String url = TestDatabase.fresh(product).url().replaceFirst("/t[0-9_]+", "/nowhere");

        DatabaseException failure = failure(DatabaseException.class, DatabaseUrl.parse(url));

        assertThat(failure.kind()).isEqualTo(SqlErrorKind.NO_SUCH_DATABASE);
        assertThat(failure).hasMessageContaining("nowhere").hasMessageContaining("Create the database first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://godwit@127.0.0.1:1/shop",
                "jdbc:postgresql://127.0.0.1:1/shop?user=godwit",
                "mysql://godwit@127.0.0.1:1/shop",
                "jdbc:mariadb://127.0.0.1:1/shop?user=godwit"
            })
    void aPortWhereNobodyListens(String url) {
        DatabaseException failure = failure(DatabaseException.class, Secrets.in(url));

        assertThat(failure.kind()).isEqualTo(SqlErrorKind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("127.0.0.1:1").hasMessageContaining("--connect-retries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://godwit@127.0.0.1:1/shop?sslmode=nonsense",
                "postgres://godwit@127.0.0.1:1/shop?connectTimeout=soon",
                "postgres://godwit@127.0.0.1:1/shop?sslpassword=s3cret&sslmode=require",
                "postgres://godwit@no such host/shop",
                "mysql://godwit@127.0.0.1:1/shop?sslMode=nonsense",
                "mariadb://godwit@no such host/shop"
            })
    void aUrlThatTheDriverRefuses(String url) {
        GodwitException failure = failure(GodwitException.class, Secrets.in(url));

        assertThat(failure).hasMessageContaining("cannot connect to database \"");
    }

    @Test
    void aProductThatIsNotKnown() {
        ConfigurationException failure =
                failure(ConfigurationException.class, Secrets.in("oracle://scott@127.0.0.1/shop"));

        assertThat(failure).hasMessageContaining("\"oracle\"").hasMessageContaining("Godwit knows PostgreSQL, ");
    }

    @Test
    void aServerThatComesUpLater() {
        try (EmbeddedServer server = EmbeddedServer.start(EmbeddedServers.postgres(18))) {
            String url = server.url(server.firstDatabase());
            server.kill();
            DatabaseException failure = failure(DatabaseException.class, DatabaseUrl.parse(url));
            assertThat(failure.kind()).isEqualTo(SqlErrorKind.UNREACHABLE);

            BackgroundRun run =
                    BackgroundRun.migrate(TestSettings.of(url, folder).connectRetries(20));
            Event.ConnectRetry retry = run.await(Event.ConnectRetry.class, 2);
            server.restart();

            assertThat(retry.attempt()).isEqualTo(2);
            assertThat(retry.attempts()).isEqualTo(20);
            assertThat(run.report().ran()).hasSize(1);
        }
    }

    @Test
    void aUserWhoMayCreateNothing() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        String role = "limited_" + ProcessHandle.current().pid();
        database.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD '" + Secrets.PASSWORD + "'",
                "CREATE SCHEMA allowed",
                "GRANT ALL ON SCHEMA allowed, public TO " + role);
        DatabaseUrl url = DatabaseUrl.parse(database.url()).withLogin(Optional.of(role), Optional.of(Secrets.PASSWORD));

        DatabaseException failure = failure(DatabaseException.class, url);
        assertThat(failure.kind()).isEqualTo(SqlErrorKind.PERMISSION);
        assertThat(failure)
                .hasMessageContaining("cannot create schema \"godwit\": permission denied for database")
                .hasMessageContaining("--state-schema");
        assertThat(tables(database)).isEmpty();

        TestSettings allowed = new TestSettings(GodwitSettings.of(url, folder)).stateSchema("allowed");
        assertThat(BackgroundRun.migrate(allowed).report().ran()).hasSize(1);
        assertThat(tables(database)).contains("public.first", "allowed.godwit_history");
    }

    private static List<String> tables(TestDatabase database) {
        return database.rows(
                "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
    }

    @Test
    void aDatabaseThatTakesNoWrites() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        database.execute("ALTER DATABASE " + DatabaseUrl.parse(database.url()).database()
                + " SET default_transaction_read_only = on");

        DatabaseException failure = failure(DatabaseException.class, DatabaseUrl.parse(database.url()));

        assertThat(failure.kind()).isEqualTo(SqlErrorKind.READ_ONLY);
        assertThat(failure)
                .hasMessageContaining("the database takes no writes")
                .hasMessageContaining("Connect to the primary");
        assertThat(tables(database)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"MYSQL", "MARIADB"})
    void aServerThatTakesNoWrites(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        database.execute("SET GLOBAL read_only = ON");
        try {
            DatabaseException failure = failure(DatabaseException.class, DatabaseUrl.parse(database.url()));

            assertThat(failure.kind()).isEqualTo(SqlErrorKind.READ_ONLY);
            assertThat(failure).hasMessageContaining("the database takes no writes");
        } finally {
            database.execute("SET GLOBAL read_only = OFF");
        }
        assertThat(database.rows("SHOW TABLES")).isEmpty();
    }

    @Test
    void aFileThatIsOpenedForReading() {
        TestDatabase database = TestDatabase.fresh(Product.SQLITE);
        database.execute("CREATE TABLE there (id int)");

        DatabaseException failure = failure(DatabaseException.class, DatabaseUrl.parse(database.url() + "?mode=ro"));

        assertThat(failure.kind()).isEqualTo(SqlErrorKind.READ_ONLY);
        assertThat(failure).hasMessageContaining("the database takes no writes");
        assertThat(database.rows("SELECT name FROM sqlite_schema")).containsExactly("there");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aDatabaseThatANewerGodwitHasChanged(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        Migrations.migrate(database, folder);
        database.execute("UPDATE " + state(database, "godwit_schema") + " SET version = 99");
        Migrations.write(folder, Map.of("2_second.sql", "CREATE TABLE second (id int);"));

        ConfigurationException failure = failure(ConfigurationException.class, DatabaseUrl.parse(database.url()));

        assertThat(failure)
                .hasMessageContaining("a newer Godwit made it (layout 99, this one knows 1)")
                .hasMessageContaining("Use that Godwit or a newer one");
        assertThat(database.rows("SELECT id FROM " + state(database, "godwit_history")))
                .containsExactly("1");
    }

    private static String state(TestDatabase database, String table) {
        return database.product().engine().hasSchemas() ? "godwit." + table : table;
    }
}
