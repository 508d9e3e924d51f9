package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MysqlEffectsPageTest {
    @ParameterizedTest
    @EnumSource
    void thePageShowsWhatTheModelPredicts(MysqlProduct product) throws IOException {
        Path page = Path.of("..", "docs", "effects", product.id() + ".md");
        String wanted = new MysqlEffectsPage(product).text();
        if (System.getProperty("godwit.docs.update") != null) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, wanted);
        }

        assertThat(Files.readString(page)).isEqualTo(wanted);
    }
}
