package dev.godwit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.DatabaseUrl;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;

class PostgresConnectorTest {
    @ParameterizedTest
    @CsvSource({
        "postgres://ann:pw@db:5433/shop, jdbc:postgresql://db:5433/shop",
        "postgres://db/shop?sslmode=require, jdbc:postgresql://db/shop",
        "'postgres://a:1,b:2/my%20shop%3F%26%2F%2B', 'jdbc:postgresql://a:1,b:2/my%20shop%3F%26%2F%2B'",
        "postgresql://[::1]:5432/shop, jdbc:postgresql://[::1]:5432/shop",
        "jdbc:postgresql:shop, jdbc:postgresql://localhost/shop",
        "postgres:///shop, jdbc:postgresql://localhost/shop",
    })
    void tellsTheDriverWhereTheDatabaseIsAndNothingElse(String url, String expected) {
        assertThat(PostgresConnector.driverUrl(DatabaseUrl.parse(url))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://a:1/my%20shop%3F%26%2F%2B, my shop?&/+",
        "postgres://a/größe, größe",
        "postgres://a/a+b, a+b",
        "postgres://a/100%25, 100%",
    })
    void writesTheNameOfTheDatabaseSoThatTheDriverReadsTheSame(String url, String database) {
        Properties read = Driver.parseURL(PostgresConnector.driverUrl(DatabaseUrl.parse(url)), new Properties());
        assertThat(read).containsEntry("PGDBNAME", database);
    }

    @Test
    void sendsStatementsAsTheyStandAndSaysWhoItIs() {
        assertThat(properties("postgres://ann:p%26w@db/shop"))
                .containsEntry("preferQueryMode", "simple")
                .containsEntry("ApplicationName", "godwit")
                .containsEntry("connectTimeout", "10")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("user", "ann")
                .containsEntry("password", "p&w");
    }

    @Test
    void leavesUserAndPasswordToTheDriverWhereThereAreNone() {
        assertThat(properties("postgres://db/shop")).doesNotContainKeys("user", "password");
    }

    @ParameterizedTest
    @CsvSource({
        "schema=shop, currentSchema, shop",
        "connect_timeout=3, connectTimeout, 3",
        "sslrootcert=/a.pem, sslrootcert, /a.pem",
        "sslmode=no-verify, sslmode, require",
        "sslmode=verify-full, sslmode, verify-full",
        "options=-c%20a%3Db, options, -c a=b",
        "pgbouncer=true, pgbouncer, true",
        "preferQueryMode=extended, preferQueryMode, simple",
        "ApplicationName=other, ApplicationName, godwit",
    })
    void translatesParametersOfOtherDrivers(String parameter, String key, String value) {
        assertThat(properties("postgres://db/shop?" + parameter)).containsEntry(key, value);
    }

    @Test
    void cutsANameThatTheServerWouldComplainOf() {
        Properties properties = PostgresConnector.properties(DatabaseUrl.parse("postgres://db/shop"), "x".repeat(100));
        assertThat(properties).containsEntry("ApplicationName", "x".repeat(63));
    }

    private static Properties properties(String url) {
        return PostgresConnector.properties(DatabaseUrl.parse(url), "godwit");
    }
}
