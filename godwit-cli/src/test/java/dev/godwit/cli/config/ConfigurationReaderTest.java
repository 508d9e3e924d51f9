package dev.godwit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.cli.config.ConfigurationReader.FileUse;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationReaderTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void takesTheOptionBeforeTheVariableBeforeTheFileBeforeTheDefault() throws IOException {
        assertThat(read(Map.of()).get(Keys.MAX_STALL)).isEqualTo(Duration.ofMillis(500));
        write("max-stall = \"1s\"");
        assertThat(read(Map.of()).get(Keys.MAX_STALL)).isEqualTo(Duration.ofSeconds(1));
        environment.put("GODWIT_MAX_STALL", "2s");
        assertThat(read(Map.of()).get(Keys.MAX_STALL)).isEqualTo(Duration.ofSeconds(2));
        assertThat(read(Map.of("max-stall", "3s")).get(Keys.MAX_STALL)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesDatabaseUrlLast() throws IOException {
        environment.put("DATABASE_URL", "file:last.db");
        assertThat(database(Map.of())).isEqualTo("last.db");
        write("url = \"file:from-file.db\"");
        assertThat(database(Map.of())).isEqualTo("from-file.db");
        environment.put("GODWIT_URL", "file:from-variable.db");
        assertThat(database(Map.of())).isEqualTo("from-variable.db");
        assertThat(database(Map.of("url", "file:from-option.db"))).isEqualTo("from-option.db");
    }

    private String database(Map<String, String> options) {
        return reader().url(read(options)).database();
    }

    @Test
    void joinsThePlaceholdersOfAllSources() throws IOException {
        write("[placeholder]\na = \"file\"\nb = \"file\"\nc = \"file\"");
        environment.put("GODWIT_PLACEHOLDER", "b=variable,c=variable");

        assertThat(read(Map.of("placeholder", "c=option\nd=x=y")).get(Keys.PLACEHOLDER))
                .isEqualTo(Map.of("a", "file", "b", "variable", "c", "option", "d", "x=y"));
    }

    @Test
    void putsVariablesIntoTheUrlOfTheFile() throws IOException {
        write("url = \"postgres://app:${SECRET}@db/$shop\"");
        environment.put("SECRET", "a{b}");

        DatabaseUrl url = reader().url(read(Map.of()));

        assertThat(url.password()).contains("a{b}");
        assertThat(url.database()).isEqualTo("$shop");
    }

    @Test
    void namesTheVariableThatTheUrlLacks() throws IOException {
        write("url = \"postgres://app:${SECRET}@db/shop\"");

        assertRefused(
                Map.of(),
                "cannot read key \"url\" in godwit.toml, line 1: variable \"SECRET\" is not set. Set it or write the"
                        + " URL here.");
    }

    @Test
    void takesThePasswordFromVariableBeforeFileBeforeUrl() throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("url", "postgres://app:in-url@db/shop"));
        assertThat(password(options)).contains("in-url");
        Files.writeString(folder.resolve("pass.txt"), "in file\nsecond line\n");
        options.put("password-file", "pass.txt");
        assertThat(password(options)).contains("in file");
        environment.put("GODWIT_PASSWORD", "in-variable");
        assertThat(password(options)).contains("in-variable");
    }

    private Optional<String> password(Map<String, String> options) {
        return reader().url(read(options)).password();
    }

    @Test
    void namesThePasswordFileThatIsMissing() {
        Configuration configuration = read(Map.of("url", "postgres://app@db/shop", "password-file", "no.txt"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> reader().url(configuration))
                .withMessage("cannot read password file \"no.txt\": there is no such file. Correct --password-file.");
    }

    @Test
    void namesKeyLineAndNearestKeyOfWhatItDoesNotKnow() throws IOException {
        write("url = \"file:a.db\"\n\nmax-stal = \"1s\"");

        assertRefused(
                Map.of(),
                "cannot read key \"max-stal\" in godwit.toml, line 3: there is no such key. Did you mean"
                        + " \"max-stall\"?");
    }

    @Test
    void takesNoPasswordFromTheFile() throws IOException {
        write("password = \"geheim\"");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageContaining("passwords do not belong in this file")
                .withMessageNotContaining("geheim");
    }

    @Test
    void takesNoKeyOfOneRunFromTheFile() throws IOException {
        write("yes = true");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageStartingWith("cannot read key \"yes\" in godwit.toml, line 1: there is no such key.");
    }

    @Test
    void namesTheSourceOfAValueThatCannotBeRead() throws IOException {
        assertRefused(
                Map.of("max-stall", "soon"),
                "cannot read option \"--max-stall\": \"soon\" is not a duration. Write it as 500ms, 2s, 5m or 1h.");
        environment.put("GODWIT_CONNECT_RETRIES", "-1");
        assertRefused(
                Map.of(),
                "cannot read variable \"GODWIT_CONNECT_RETRIES\": \"-1\" is not a count. Write it as a whole number,"
                        + " for example 3.");
        environment.clear();
        write("output = \"xml\"");
        assertRefused(
                Map.of(),
                "cannot read key \"output\" in godwit.toml, line 1: \"xml\" is no output format. Write text or json;"
                        + " godwit lint also knows sarif, github, gitlab and junit.");
    }

    @Test
    void refusesANamedFileThatIsMissingButNotTheDefaultOne() {
        assertThat(read(Map.of()).find(Keys.URL)).isEmpty();
        assertRefused(
                Map.of("config", "other.toml"),
                "cannot read configuration \"other.toml\": there is no such file. Make it with `godwit init` or"
                        + " correct --config.");
    }

    @Test
    void saysWhereAUrlCanBeSet() {
        Configuration configuration = read(Map.of());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> reader().url(configuration))
                .withMessageContainingAll("--url", "GODWIT_URL", "DATABASE_URL", "godwit.toml");
    }

    @Test
    void honoursNoColor() {
        environment.put("NO_COLOR", "1");

        assertThat(read(Map.of()).isOn(Keys.NO_COLOR)).isTrue();
    }

    private void assertRefused(Map<String, String> options, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(options))
                .withMessage(message);
    }

    private Configuration read(Map<String, String> options) {
        return reader().read(options, FileUse.READ);
    }

    private ConfigurationReader reader() {
        return new ConfigurationReader(folder, environment::get);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("godwit.toml"), text);
    }
}
