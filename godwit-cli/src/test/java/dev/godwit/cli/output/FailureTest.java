package dev.godwit.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.config.Secrets;
import org.junit.jupiter.api.Test;

final class FailureTest {
    @Test
    void losesSecretsInMessageAndStackTrace() {
        var secrets = new Secrets();
        secrets.add("geheim");
        var cause = new IllegalArgumentException("login geheim at postgres://app:other@db/shop");

        Failure failure = Failure.of(new IllegalStateException("geheim", cause), secrets);

        assertThat(failure.message()).contains("***").doesNotContain("geheim");
        assertThat(failure.stackTrace())
                .contains("login *** at postgres://app:***@db/shop")
                .doesNotContain("geheim")
                .doesNotContain("other");
    }

    @Test
    void callsADefectADefect() {
        Failure failure = Failure.of(new IllegalStateException("oh"), new Secrets());

        assertThat(failure.codeName()).isEqualTo("internal_error");
        assertThat(failure.message()).contains("unexpected IllegalStateException: oh", "defect of Godwit");
    }
}
