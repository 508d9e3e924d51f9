package dev.godwit.core.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ' ',
            value = {
                // url scheme hosts database user password shown
                "postgres://ann:pw@db:5432/shop postgres db:5432 shop ann pw postgres://ann:***@db:5432/shop",
                "postgresql://ann@db/shop postgresql db shop ann - postgresql://ann@db/shop",
                "POSTGRES://db postgres db '' - - postgres://db/",
                "postgres:///shop postgres '' shop - - postgres:///shop",
                "jdbc:postgresql:shop postgresql '' shop - - postgresql:///shop",
                "jdbc:postgresql:/shop postgresql '' shop - - postgresql:///shop",
                "jdbc:postgresql://db/shop?user=ann&password=p%26w postgresql db shop ann p&w postgresql://ann:***@db/shop",
                "jdbc:mysql://ann:pw@db:3306/shop mysql db:3306 shop ann pw mysql://ann:***@db:3306/shop",
                "mariadb://ann:@db/shop mariadb db shop ann '' mariadb://ann:***@db/shop",
                "mysql://a%40b:p%2Fw%3A%3F%40@db/s%20p mysql db 's p' a@b p/w:?@ 'mysql://a@b:***@db/s p'",
                "postgres://ann:p+w@db/a+b postgres db a+b ann p+w postgres://ann:***@db/a+b",
                "postgres://ann:p@w@db/shop postgres db shop ann p@w postgres://ann:***@db/shop",
                "postgres://ann:p#w@db/shop postgres db shop ann p#w postgres://ann:***@db/shop",
                "postgres://ann:100%@db/shop postgres db shop ann 100% postgres://ann:***@db/shop",
                "postgres://ann:p:w@a:1,b:2/shop postgres a:1,b:2 shop ann p:w postgres://ann:***@a:1,b:2/shop",
                "postgres://ann@[::1]:5432/shop postgres [::1]:5432 shop ann - postgres://ann@[::1]:5432/shop",
                "postgres://[fe80::1%25eth0],b/shop postgres [fe80::1%25eth0],b shop - - postgres://[fe80::1%25eth0],b/shop",
                "file:app.db file '' app.db - - file:app.db",
                "file:/var/app.db file '' /var/app.db - - file:/var/app.db",
                "file:///var/app.db file '' /var/app.db - - file:/var/app.db",
                "sqlite:app.db sqlite '' app.db - - sqlite:app.db",
                "sqlite://app.db sqlite '' app.db - - sqlite:app.db",
                "sqlite:///var/app.db sqlite '' /var/app.db - - sqlite:/var/app.db",
                "jdbc:sqlite:a%20b.db?cache=shared sqlite '' 'a b.db' - - 'sqlite:a b.db'",
            })
    void readsUrls(
            String url,
            String scheme,
            String hosts,
            String database,
            @Nullable String user,
            @Nullable String password,
            String shown) {
        DatabaseUrl read = DatabaseUrl.parse("  " + url + "\n");
        assertThat(read.scheme()).isEqualTo(scheme);
        assertThat(read.hosts()).isEqualTo(hosts);
        assertThat(read.database()).isEqualTo(database);
        assertThat(read.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(read.password()).isEqualTo(Optional.ofNullable(password));
        assertThat(read).hasToString(shown);
    }

    @Test
    void keepsParametersInTheirOrderAndDecoded() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://db/shop?sslmode=require&options=-c%20a%3Db+c&flag&&b=");
        assertThat(url.parameters())
                .containsExactly(
                        Map.entry("sslmode", "require"),
                        Map.entry("options", "-c a=b c"),
                        Map.entry("flag", ""),
                        Map.entry("b", ""));
        assertThat(url).hasToString("postgres://db/shop?sslmode=require&options=-c a=b c&flag=&b=");
    }

    @Test
    void prefersTheLoginBeforeTheHostToThatOfTheParameters() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann:pw@db/shop?user=bob&password=other&x=1");
        assertThat(url.user()).contains("ann");
        assertThat(url.password()).contains("pw");
        assertThat(url.parameters()).containsOnlyKeys("x");
    }

    @Test
    void takesAnotherLogin() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann:pw@db/shop");
        assertThat(url.withLogin(Optional.empty(), Optional.of("new")).password())
                .contains("new");
        assertThat(url.withLogin(Optional.of("bob"), Optional.empty()))
                .hasToString("postgres://bob:***@db/shop")
                .extracting(DatabaseUrl::password)
                .isEqualTo(Optional.of("pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost/shop", "://x", ":5432", "ann s3cr3t"})
    void refusesWhatHasNoSchemeWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("cannot read database URL: it has no scheme. ")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:s3cr3t/x@db/shop",
                "postgres://ann:1/s3cr3t@db/shop",
                "postgres://ann:s3cr3t?x@db/shop",
                "postgres://ann:1?s3cr3t@db/shop",
                "postgres://ann:s3cr3t",
                "postgres://db:s3cr3t/shop",
                "postgres://::1/s3cr3t",
                "jdbc:mysql:loadbalance://ann:s3cr3t@db/shop",
                "jdbc:mysql:loadbalance://s3cr3t/shop",
            })
    void refusesWhatCannotBeAHostWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("cannot read database URL: its host or port is none. ")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void hidesThePasswordsOfParameters() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://ann@db/shop?trustStorePassword=h1dden!&accessToken=also&x=open");
        assertThat(url).hasToString("mysql://ann@db/shop?trustStorePassword=***&accessToken=***&x=open");
        assertThat(url.redact("bad h1dden%21, also open")).isEqualTo("bad ***, *** open");
    }

    @Test
    void hidesALongerSecretBeforeOneThatIsAPartOfIt() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://ann:abcd@db/shop?sslpassword=abcd-efgh");
        assertThat(url.redact("abcd-efgh abcd")).isEqualTo("*** ***");
    }

    @Test
    void leavesWordsAloneThatAShortPasswordIsAPartOf() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann:a@db/shop");
        assertThat(url.redact("relation \"a\" has a column: a1")).isEqualTo("relation \"a\" has a column: a1");
        assertThat(url.redact("cannot open postgres://ann:a@db and password=a&x, password='a'"))
                .isEqualTo("cannot open postgres://ann:***@db and password=***&x, password='***'");
    }

    @Test
    void changesNothingWithoutAPassword() {
        assertThat(DatabaseUrl.parse("postgres://ann:@db/shop").redact("ann: x"))
                .isEqualTo("ann: x");
        assertThat(DatabaseUrl.parse("file:a.db").redact("a.db")).isEqualTo("a.db");
    }

    // The rest of the URL is of other characters, so that a password cannot be there by chance.
    static Stream<String> passwords() {
        List<String> characters = Stream.concat(
                        "ABCXYZ0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
                                .codePoints()
                                .boxed(),
                        "ÄßЖ中😀".codePoints().boxed())
                .map(Character::toString)
                .toList();
        return LongStream.range(0, 300).mapToObj(seed -> {
            Random random = new Random(seed);
            return random.ints(1 + random.nextInt(24), 0, characters.size())
                    .mapToObj(characters::get)
                    .collect(Collectors.joining());
        });
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void neverShowsAPassword(String password) {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann:" + encoded + "@db/shop?sslmode=require");
        assertThat(url.password()).contains(password);
        assertThat(url).hasToString("postgres://ann:***@db/shop?sslmode=require");
        for (String form : List.of(password, encoded, encoded.replace("%20", "+"), lowerHex(encoded))) {
            assertThat(url.redact("bad URL postgres://ann:" + form + "@db/shop, password=" + form))
                    .isEqualTo("bad URL postgres://ann:***@db/shop, password=***");
        }
    }

    private static String lowerHex(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT));
    }
}
